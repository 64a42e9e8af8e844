using CourseGen.Domain.Verdicts;

namespace CourseGen.Cli.Grading;

/// <summary>What a learner may know of a hidden check: its title, how it ended, and a hint if its author gave one.</summary>
internal sealed record HiddenCheck(string Title, CheckStatus Status, string? Hint)
{
    private const string HintMark = "hint:";

    public static HiddenCheck Of(CheckResult check) => new(
        check.Title, check.Status,
        check.Diagnostics.FirstOrDefault(line => line.StartsWith(HintMark, StringComparison.Ordinal))?[HintMark.Length..].Trim());
}
