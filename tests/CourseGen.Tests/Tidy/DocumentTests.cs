using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Tidy;

public sealed partial class DocumentTests
{
    private const string MainFlow = "docs/main-flow.md";
    private const long LargestFile = 256 * 1024;

    private static readonly IReadOnlyList<string> Documents =
        [.. Repository.Files("docs", ".md"), .. Directory.GetFiles(Repository.Root, "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_link_leads_to_a_file_that_is_there() =>
        Documents.SelectMany(path => BrokenLinks(path, Repository.Read(path))).ShouldBeEmpty();

    [Fact]
    public void The_main_flow_links_one_source_file_a_line()
    {
        var lines = Steps(Repository.Read(MainFlow));

        lines.Count.ShouldBeInRange(10, 14);
        lines.SelectMany(Wrong).ShouldBeEmpty();
        lines.SelectMany(LinksOf).Distinct(StringComparer.Ordinal).Count().ShouldBe(lines.Count);
    }

    [Fact]
    public void No_file_of_the_repository_is_large() => Large(Repository.Tracked().Select(path => (path, new FileInfo(Repository.PathOf(path)).Length))).ShouldBeEmpty();

    [Fact]
    public void A_link_to_nothing_is_found_and_a_link_outside_the_repository_too() =>
        BrokenLinks("docs/a.md", "[a](bundle.md) [b](no-such.md#part) [c](https://example.org) [d](#part) [e](../README.md) `[f](none)` [g](../../up.md)\n```\n[h](none)\n```\n")
            .ShouldBe(["docs/a.md links to no-such.md#part", "docs/a.md links to ../../up.md"]);

    [Fact]
    public void A_line_of_the_flow_without_its_one_file_is_found()
    {
        Steps("# Flow\n\n1. [a](../src/A.cs) one\n2. two\n").SelectMany(Wrong).ShouldBe(["'2. two' links 0 files of src"]);
        Wrong("3. [a](../src/A.cs) [b](../src/B.cs)").ShouldHaveSingleItem();
        Wrong("4. [a](bundle.md)").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_large_file_is_found() => Large([("a", LargestFile), ("b", LargestFile + 1)]).ShouldBe(["b"]);

    private static IEnumerable<string> Large(IEnumerable<(string Path, long Length)> files) =>
        files.Where(file => file.Length > LargestFile).Select(file => file.Path);

    private static IEnumerable<string> BrokenLinks(string document, string text) =>
        LinksOf(Code().Replace(text, "")).Where(target => !IsThere(document, target)).Select(target => $"{document} links to {target}");

    private static bool IsThere(string document, string target)
    {
        if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal) || target[0] == '#') return true;
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(document))!, target.Split('#')[0]));
        return path.StartsWith(Repository.Root + "/", StringComparison.Ordinal) && (File.Exists(path) || Directory.Exists(path));
    }

    private static List<string> Steps(string text) => [.. text.Split('\n').Where(line => Numbered().IsMatch(line))];

    private static IEnumerable<string> Wrong(string line)
    {
        var count = LinksOf(line).Count(target => target.StartsWith("../src/", StringComparison.Ordinal));
        return count == 1 && LinksOf(line).Count() == 1 ? [] : [$"'{line}' links {count} files of src"];
    }

    private static IEnumerable<string> LinksOf(string text) => Links().Matches(text).Select(match => match.Groups["target"].Value);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\d+\. ", RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
