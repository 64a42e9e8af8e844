using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Tidy;

public sealed partial class NameTests
{
    /// <summary>Endings that say nothing about what a type is.</summary>
    private static readonly string[] Forbidden = ["Manager", "Helper", "Util", "Utils", "Common", "Base", "Impl", "Processor", "Data", "Info", "Service"];

    /// <summary>Names in which such an ending does say something.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal)
    {
        ["VariantBase"] = "what a variant's files are laid over; the contract's own word is `base`",
    };

    /// <summary>Names of programming languages. A course's language is data in its bundle, never a branch in the code.</summary>
    private static readonly HashSet<string> Languages = new(
        [
            "Python", "Python3", "Java", "JavaScript", "TypeScript", "Rust", "Golang", "Ruby", "Perl", "PHP", "Kotlin", "Haskell", "Scala",
            "Elixir", "Erlang", "Clojure", "Fortran", "Cobol", "CSharp", "FSharp", "OCaml",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Identifiers of the platform that hold such a name.</summary>
    private static readonly HashSet<string> OfThePlatform = new(["JavaScriptEncoder"], StringComparer.Ordinal);

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Repository.Everything.SelectMany(EmptyNames).ShouldBeEmpty();

    [Fact]
    public void Every_name_that_is_meant_is_there() =>
        Meant.Keys.Except(Repository.Everything.SelectMany(text => new CodeShape(text).Types).Select(type => type.Name), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void The_product_names_no_programming_language() => Repository.Product.SelectMany(LanguageNames).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment() =>
        Repository.Files("src").Concat(Repository.Files("tests")).Concat(Repository.Files("build")).Concat(["Makefile"])
            .Where(path => Path.GetExtension(path) is ".cs" or ".sh" or ".sql" or ".md" or ".csproj" or "")
            .SelectMany(path => Leftovers(path, Repository.Read(path))).ShouldBeEmpty();

    [Fact]
    public void An_empty_name_is_found() =>
        EmptyNames(new("A.cs", "class RunManager { record struct CourseInfo(int A); enum Base { A } interface IDatabase; }"))
            .Select(one => one.Split(' ')[^1]).ShouldBe(["RunManager", "CourseInfo", "Base"]);

    [Fact]
    public void A_language_is_found_in_literals_and_identifiers_and_not_in_comments() =>
        LanguageNames(new("A.cs", "// python\nvar a = \"runs python3 here\"; /* Java */ var javaHome = $\"{RunRuby(1)} pythonic\"; JavaScriptEncoder b;"))
            .Select(one => one.Split(' ')[^1]).ShouldBe(["python3", "javaHome", "RunRuby"], ignoreOrder: true);

    [Fact]
    public void A_leftover_is_found() =>
        Leftovers("A.cs", "// TO" + "DO: later\n// todo\n/* HA" + "CK */ /* FIX" + "ME */").Count().ShouldBe(3);

    private static IEnumerable<string> EmptyNames(CodeText text) =>
        new CodeShape(text).Types.Where(type => !Meant.ContainsKey(type.Name) && Forbidden.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Select(type => $"{text.Path}:{type.Line} {type.Name}");

    private static IEnumerable<string> LanguageNames(CodeText text) =>
    [
        .. Words().Matches(text.Literals).Where(match => Languages.Contains(match.Value)).Select(match => Found(text, match)),
        .. Words().Matches(text.Code).Where(match => !OfThePlatform.Contains(match.Value) && HoldsLanguage(match.Value)).Select(match => Found(text, match)),
    ];

    private static bool HoldsLanguage(string identifier) =>
        Languages.Contains(identifier) || Humps().Matches(identifier).Any(hump => Languages.Contains(hump.Value));

    private static IEnumerable<string> Leftovers(string path, string text) =>
        Leftover().Matches(text).Select(match => $"{path}:{1 + text.AsSpan(0, match.Index).Count('\n')} {match.Value}");

    private static string Found(CodeText text, Match match) => $"{text.Path}:{text.LineAt(match.Index)} {match.Value}";

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    /// <summary>The words of a camel-case identifier.</summary>
    [GeneratedRegex(@"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", RegexOptions.None, 1000)]
    private static partial Regex Humps();

    // Written so that it does not find itself.
    [GeneratedRegex(@"\b(?:TO[D]O|FIX[M]E|HA[C]K)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leftover();
}
