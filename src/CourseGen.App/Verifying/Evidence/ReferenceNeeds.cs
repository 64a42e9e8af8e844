using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>What the reference needed of the limits.</summary>
public static class ReferenceNeeds
{
    /// <summary>The share of a limit that the reference may need, so that a learner's program has room.</summary>
    public const double MostAllowed = 0.5;

    /// <summary>How much of each limit any run of the reference needed at most; nothing when it was not run.</summary>
    public static IReadOnlyList<LimitUse> Of(Evidence evidence)
    {
        List<SuiteResult> runs = [.. evidence.Matrix.Of(RowRole.Reference).SelectMany(cell => cell.CalmRuns)];
        return runs.Count == 0 ? [] : LimitUse.Of(evidence.Manifest.Limits, runs);
    }
}
