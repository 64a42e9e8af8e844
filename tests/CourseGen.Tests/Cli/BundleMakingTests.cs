using System.Text.RegularExpressions;
using CourseGen.Tests.Tidy;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Cli;

/// <summary>Bundles that begin as a skeleton, or as an exercise in another layout.</summary>
public sealed partial class BundleMakingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-make-");

    [Theory]
    [InlineData("command")]
    [InlineData("server", "--server")]
    public async Task A_new_bundle_keeps_the_contract_and_is_refused_as_not_authored(string kind, params string[] options)
    {
        var course = PathOf(kind);
        var init = await Invocation.RunNothingAsync(["bundle", "init", course, .. options]);
        init.Exit.ShouldBe(0, init.Progress);

        var check = await Invocation.RunNothingAsync("bundle", "check", course);
        check.Exit.ShouldBe(0, check.Progress);
        File.Exists(Path.Combine(course, "starter/.coursegen/runtime/run.sh")).ShouldBe(kind == "server");
        var certify = await Invocation.RunAsync("certify", course, "--data", PathOf("data"));
        certify.Exit.ShouldBe(1, certify.Progress);
        certify.Results.ShouldContain("protocol_not_authored");
        certify.Results.ShouldContain("is still the unauthored default");
    }

    [Fact]
    public async Task What_is_in_a_folder_stays_as_it_is()
    {
        await File.WriteAllTextAsync(PathOf("mine"), "mine", TestContext.Current.CancellationToken);
        var call = await Invocation.RunNothingAsync("bundle", "init", _folder.FullName);
        call.Exit.ShouldBe(2);
        call.Progress.ShouldContain("is not empty");
        Directory.EnumerateFileSystemEntries(_folder.FullName).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("exercism-leap.yaml", "leap")]
    [InlineData("stages-echo.yaml", "echo")]
    public async Task The_mappings_of_the_documentation_make_bundles_that_keep_the_contract(string name, string source)
    {
        var mapping = Mapping(name);
        foreach (Match from in From().Matches(await File.ReadAllTextAsync(mapping, TestContext.Current.CancellationToken)))
            WriteSource(source, from.Groups["path"].Value);

        var call = await Invocation.RunNothingAsync("bundle", "import", mapping, PathOf("bundle"));

        call.Exit.ShouldBe(0, call.Progress);
        call.Results.ShouldContain("✓ Imported");
        File.GetUnixFileMode(PathOf("bundle/starter/.coursegen/runtime/install.sh")).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
    }

    [Fact]
    public async Task A_mapping_that_leads_elsewhere_is_refused_by_line_and_nothing_is_written()
    {
        var mapping = PathOf("bad.yaml");
        await File.WriteAllTextAsync(mapping, "source: nowhere\ncopy:\n  - { from: ../../etc/passwd, to: starter/passwd }\n  - { from: a, to: ../b }\n  - { from: a, to: src/b }\n", TestContext.Current.CancellationToken);
        var call = await Invocation.RunNothingAsync("bundle", "import", mapping, PathOf("bundle"));
        call.Exit.ShouldBe(2);
        call.Progress.ShouldContain("bad.yaml:1: 'source' names");
        call.Progress.ShouldContain("bad.yaml:3: 'copy[0].from' is '../../etc/passwd'");
        call.Progress.ShouldContain("bad.yaml:4: 'copy[1].to' is '../b'");
        call.Progress.ShouldContain("bad.yaml:5: 'copy[2].to' is 'src/b'");
        Directory.Exists(PathOf("bundle")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_mapping_without_end_is_read_no_further_than_a_mapping_may_be_long()
    {
        File.CreateSymbolicLink(PathOf("endless.yaml"), "/dev/zero");
        var call = await Invocation.RunNothingAsync("bundle", "import", PathOf("endless.yaml"), PathOf("bundle"));
        call.Exit.ShouldBe(2);
        call.Progress.ShouldContain("endless.yaml: is too long; the most is 1,048,576 bytes");
    }

    [Fact]
    public async Task What_the_source_lacks_is_named()
    {
        var mapping = PathOf("lacking.yaml");
        await File.WriteAllTextAsync(mapping, "copy:\n  - { from: missing.md, to: briefs/a.md }\n", TestContext.Current.CancellationToken);
        var call = await Invocation.RunNothingAsync("bundle", "import", mapping, PathOf("bundle"));
        call.Exit.ShouldBe(2);
        call.Progress.ShouldContain("missing.md: is not in the source");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Mapping(string name)
    {
        var text = Repository.Read("docs/importing.md");
        var start = text.IndexOf($"```yaml\n# {name}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0);
        var block = text[(start + "```yaml\n".Length)..];
        File.WriteAllText(PathOf(name), block[..block.IndexOf("\n```", StringComparison.Ordinal)] + "\n");
        return PathOf(name);
    }

    // A name without an ending is a folder of the layout.
    private void WriteSource(string source, string path)
    {
        string[] files = Path.HasExtension(path) && !path.EndsWith("code", StringComparison.Ordinal) ? [path] : [$"{path}/README.md", $"{path}/main.sh"];
        foreach (var file in files.Select(file => PathOf($"{source}/{file}")))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, $"What {path} holds.\n");
        }
    }

    [GeneratedRegex(@"\{ from: (?<path>[^,]+),", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();
}
