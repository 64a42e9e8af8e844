using CourseGen.App.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>A name in a README or brief counts when it can be nothing but the name of a file that is there.</summary>
public sealed class ReadmeRulesTests : IDisposable
{
    private readonly TinyBundle _tiny = new();

    public ReadmeRulesTests() => _tiny.Write("starter/docs/the rules.md", "").Write("starter/docs/(old).md", "").Write("starter/out/.gitkeep", "").Write("starter/tools/try.sh", "");

    [Theory]
    [InlineData("[rules](docs/the%20rules.md), [rules](<docs/the rules.md>), [rules](docs/the%20rules.md \"The rules\"), [old](docs/(old).md)")]
    [InlineData("[rules], [folder][folder]\n\n[rules]: docs/the%20rules.md 'The rules'\n[folder]: <docs>\n[^1]: gone.md\n")]
    [InlineData("As a regular expression: `[a-z](aa)*`, ``a`[b](c)``.")]
    [InlineData("```js\nconst text = `[a](b)`\nops[\"runs\"](items)\n```\n\n> ~~~\n> table[i](x)\n> ~~~\n")]
    [InlineData("Like this:\n\n    ops[\"runs\"](items)\n")]
    [InlineData("[rules](docs/the%20rules.md?raw=true), <a href=\"docs/the%20rules.md#x\">rules</a>, <img width=3 src='docs/(old).md'>, <A HREF=add.sh>it</A>")]
    [InlineData("<a href='https://example.com?a=b&amp;c'>site</a> <a href=\"#there\">here</a> <!-- <a href=\"gone.md\">old</a>\n[it](gone.md) --> `<a href=\"gone.md\">`, if a <b and src = c")]
    [InlineData("[site](https://example.com), [here](#there), [root](/etc/passwd)")]
    [InlineData("Run `tools/try.sh` or `./add.sh`; `/usr/bin/gone.sh` and `gone/a.sh` are not ours.")]
    public void What_is_there_or_is_no_name_of_a_file_is_no_finding(string text) => Broken(text).ShouldBeEmpty();

    [Theory]
    [InlineData("See [it](gone.md).", "gone.md")]
    [InlineData("See [it](gone.md \"A title\").", "gone.md")]
    [InlineData("See [it].\n\n[it]: gone.md\n", "gone.md")]
    [InlineData("See [it](the%20gone.md#there).", "the gone.md")]
    [InlineData("```\nls\n```\n\nSee [it](gone.md). `a`", "gone.md")]
    [InlineData("See <a class=\"x\" href=\"gone.md\">it</a>.", "gone.md")]
    [InlineData("<p align='center'>\n  <img\n    alt='a > b' src='docs/gone.png' width=3></p>", "docs/gone.png")]
    [InlineData("<video src=gone.mp4 controls>", "gone.mp4")]
    [InlineData("Run `tools/run.sh`.", "tools/run.sh")]
    [InlineData("```sh\n./tools/run.sh 1\n```\n", "tools/run.sh")]
    [InlineData("Start `.coursegen/runtime/start.py`.", ".coursegen/runtime/start.py")]
    public void What_is_not_there_is_found(string text, string name) => Broken(text).ShouldHaveSingleItem().ShouldBe($"briefs/add.md names '{name}', which the learner does not get.");

    [Fact]
    public void A_file_that_a_run_may_write_is_a_note()
    {
        _tiny.Append("briefs/add.md", "\nThe checks leave a log in `out/last-run.txt`.\n");
        var (findings, notes) = ReadmeRules.Apply(_tiny.Read());
        findings.ShouldBeEmpty();
        notes.ShouldHaveSingleItem().ShouldBe("briefs/add.md names 'out/last-run.txt', which the learner does not get: correct the name, unless a run writes that file.");
    }

    public void Dispose() => _tiny.Dispose();

    private List<string> Broken(string text)
    {
        _tiny.Append("briefs/add.md", $"\n{text}\n");
        return [.. ReadmeRules.Apply(_tiny.Read()).Findings.Select(finding => finding.Message)];
    }
}
