using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Tidy;

public sealed partial class BoundaryTests
{
    private const string List = "tests/CourseGen.Tests/Tidy/catch-exception.txt";
    private const string Storage = "src/CourseGen.Storage/";
    private const string Models = "src/CourseGen.Models/";

    /// <summary>Packages that stay behind one project: the namespaces they are known by.</summary>
    private static readonly (string Home, Regex Names)[] Walled = [(Storage, DatabaseNames()), (Models, ModelNames())];

    [Fact]
    public void Only_files_with_a_reason_catch_every_exception()
    {
        var listed = Listed(Repository.Read(List));
        var found = Repository.Product.Where(text => EveryException().IsMatch(text.Code)).Select(text => text.Path);

        found.Order(StringComparer.Ordinal).ShouldBe(listed.Keys.Order(StringComparer.Ordinal));
        listed.Where(one => one.Value.Length == 0).ShouldBeEmpty();
    }

    [Fact]
    public void A_catch_without_a_type_throws_again() => Repository.Product.SelectMany(Swallowed).ShouldBeEmpty();

    [Fact]
    public void Only_storage_knows_databases_and_only_models_knows_the_providers_libraries() =>
        Repository.Product.SelectMany(Trespasses).ShouldBeEmpty();

    [Fact]
    public void Statements_of_SQL_are_only_in_storage() => Repository.Product.SelectMany(Statements).ShouldBeEmpty();

    [Fact]
    public void A_file_is_listed_with_its_reason() =>
        Listed("# why\n\na/B.cs | because\n").ShouldHaveSingleItem().ShouldBe(new("a/B.cs", "because"));

    [Theory]
    [InlineData("try { } catch (Exception e) when (e is IOException) { }", true)]
    [InlineData("try { } catch (System.Exception) { }", true)]
    [InlineData("try { } catch (IOException e) { } // catch (Exception e)", false)]
    public void A_catch_of_every_exception_is_found(string code, bool found) => EveryException().IsMatch(new CodeText("A.cs", code).Code).ShouldBe(found);

    [Fact]
    public void A_swallowed_exception_is_found() =>
        Swallowed(new("A.cs", "try { } catch { Undo(() => { }); throw; }\ntry { } catch { }")).ShouldBe(["A.cs:2 catches everything and goes on"]);

    [Fact]
    public void A_library_outside_its_project_is_found()
    {
        Trespasses(new("src/CourseGen.App/A.cs", "using Dapper;\nusing Microsoft.Data.Sqlite;")).Count().ShouldBe(2);
        Trespasses(new("src/CourseGen.Cli/A.cs", "global::OpenAI.Chat.ChatClient client;")).Count().ShouldBe(1);
        Trespasses(new(Storage + "A.cs", "using Dapper; using OpenAi;")).ShouldBeEmpty();
    }

    [Fact]
    public void A_statement_of_SQL_outside_storage_is_found() =>
        Statements(new("src/CourseGen.App/A.cs", "var a = \"select id FROM runs\"; var b = \"Select one from the list\";")).Count().ShouldBe(1);

    private static Dictionary<string, string> Listed(string list) =>
        list.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|', 2))
            .ToDictionary(parts => parts[0].Trim(), parts => parts.ElementAtOrDefault(1)?.Trim() ?? "", StringComparer.Ordinal);

    private static IEnumerable<string> Swallowed(CodeText text) =>
        BareCatch().Matches(text.Code).Where(match => !Body(text.Code, match.Index).Contains("throw;", StringComparison.Ordinal))
            .Select(match => $"{text.Path}:{text.LineAt(match.Index)} catches everything and goes on");

    private static string Body(string code, int start)
    {
        var open = code.IndexOf('{', start);
        var depth = 0;
        for (var i = open; i < code.Length; i++)
        {
            depth += code[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0) return code[open..i];
        }

        return "";
    }

    private static IEnumerable<string> Trespasses(CodeText text) =>
        Walled.Where(wall => !text.Path.StartsWith(wall.Home, StringComparison.Ordinal))
            .SelectMany(wall => wall.Names.Matches(text.Code).Select(match => $"{text.Path}:{text.LineAt(match.Index)} {match.Value}"));

    private static IEnumerable<string> Statements(CodeText text) =>
        text.Path.StartsWith(Storage, StringComparison.Ordinal) ? [] : Statement().Matches(text.Literals).Select(match => $"{text.Path}:{text.LineAt(match.Index)} {match.Value}");

    [GeneratedRegex(@"\bcatch\s*\(\s*(?:System\.)?Exception\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EveryException();

    [GeneratedRegex(@"\bcatch\s*\{", RegexOptions.None, 1000)]
    private static partial Regex BareCatch();

    [GeneratedRegex(@"\b(?:Dapper|Microsoft\.Data|SQLitePCL|Npgsql|System\.Data)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatabaseNames();

    // The product's own namespaces are CourseGen.Models.OpenAi and .Anthropic.
    [GeneratedRegex(@"(?<!\.)\b(?:OpenAI|Anthropic|Polly)(?:;|\.\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModelNames();

    [GeneratedRegex(@"\b(?:SELECT|select)\b[^\n]*\b(?:FROM)\b|\bINSERT INTO\b|\bDELETE FROM\b|\bCREATE TABLE\b|\bUPDATE \w+ SET\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();
}
