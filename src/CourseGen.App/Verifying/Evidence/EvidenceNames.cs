using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>The stored words of the evidence's machine-readable form. They are part of the bundle contract.</summary>
public static class EvidenceNames
{
    public const string Certified = "certified";
    public const string Refused = "refused";

    /// <summary>The role of a row.</summary>
    public static string Of(RowRole role) => role switch
    {
        RowRole.Starter => "starter",
        RowRole.Empty => "empty",
        RowRole.Reference => "reference",
        RowRole.Milestone => "milestone",
        RowRole.Partial => "partial",
        RowRole.Naive => "naive",
        RowRole.Buggy => "buggy",
        RowRole.Forger => "forger",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role has no name yet."),
    };

    /// <summary>What a cell has to show.</summary>
    public static string Of(Expected expected) => expected switch
    {
        Expected.Pass => "pass",
        Expected.Fail => "fail",
        Expected.Any => "any",
        _ => throw new ArgumentOutOfRangeException(nameof(expected), expected, "This expectation has no name yet."),
    };

    /// <summary>How a check ended.</summary>
    public static string Of(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "failed",
        CheckStatus.Error => "error",
        CheckStatus.TimedOut => "timed_out",
        CheckStatus.Missing => "missing",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "This status has no name yet."),
    };

    /// <summary>How a mutant was cut.</summary>
    public static string Of(MutantKind kind) => kind switch
    {
        MutantKind.HunkOut => "hunk_out",
        MutantKind.HunkIn => "hunk_in",
        MutantKind.LineOut => "line_out",
        MutantKind.TokenSwapped => "token_swapped",
        MutantKind.LinesExchanged => "lines_exchanged",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no name yet."),
    };

    /// <summary>How a suite came out: <c>passed</c>, <c>failed</c>, or the code of the ending that kept it from completing.</summary>
    public static string OutcomeOf(SuiteResult result) =>
        result.Ending is not SuiteEnding.Completed ? result.Ending.Code : result.Passed ? "passed" : "failed";

    /// <summary>How a cell came out over all its runs: <c>flaky</c> when they disagree, otherwise the outcome of each.</summary>
    public static string OutcomeOf(MatrixCell cell) => cell.Flaky ? "flaky" : OutcomeOf(cell.First);
}
