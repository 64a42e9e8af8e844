using System.Diagnostics;
using System.Text;
using CourseGen.App.Content;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Content;

public sealed class LineDiffTests : IDisposable
{
    private const int Files = 200;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-diff-");

    [Fact]
    public void What_it_shows_leads_from_one_text_to_the_other()
    {
        var random = new Random(1);
        var patch = new StringBuilder();
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var file = 0; file < Files; file++)
        {
            // Few different lines, so that many places look alike.
            var before = Enumerable.Range(0, random.Next(40)).Select(_ => $"line {random.Next(12)}\n").ToList();
            var after = before.Where(_ => random.Next(8) > 0).SelectMany(line => random.Next(8) > 0 ? [line] : new[] { line, $"new {random.Next(12)}\n" }).ToList();
            if (before.Count == 0 || after.Count == 0 || before.SequenceEqual(after)) continue;
            File.WriteAllText(Path.Combine(_folder.FullName, $"{file}"), string.Concat(before));
            wanted[$"{file}"] = string.Concat(after);
            patch.Append($"--- a/{file}\n+++ b/{file}\n{LineDiff.Unified(before, after)}\n");
        }

        Apply(patch.ToString());

        wanted.Count.ShouldBeGreaterThan(Files / 2);
        foreach (var (file, text) in wanted) File.ReadAllText(Path.Combine(_folder.FullName, file)).ShouldBe(text);
    }

    [Fact]
    public void Three_lines_around_a_difference_are_shown_with_it()
    {
        var before = Enumerable.Range(1, 9).Select(number => $"{number}\n").ToList();

        LineDiff.Unified(before, [.. before.Select(line => line == "5\n" ? "five\n" : line)]).ShouldBe("@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8");
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x00, 0x62 })]
    [InlineData(new byte[] { 0xff, 0xfe })]
    public void What_is_no_text_has_no_lines(byte[] content) => TextLines.Of(content).ShouldBeNull();

    public void Dispose() => _folder.Delete(recursive: true);

    private void Apply(string patch)
    {
        var start = new ProcessStartInfo("git", ["apply", "--whitespace=nowarn", "-"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start)!;
        git.StandardInput.Write(patch);
        git.StandardInput.Close();
        var complaint = git.StandardError.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, complaint);
    }
}
