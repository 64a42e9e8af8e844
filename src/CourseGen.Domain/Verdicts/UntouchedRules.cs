using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>Who has done nothing passes nothing: the starter fails by assertion, the emptied starter passes no suite.</summary>
internal static class UntouchedRules
{
    public static IEnumerable<Finding> Apply(Matrix matrix) =>
        [.. matrix.Of(RowRole.Starter).SelectMany(cell => Starter(matrix, cell)), .. matrix.Of(RowRole.Empty).SelectMany(Empty)];

    private static IEnumerable<Finding> Starter(Matrix matrix, MatrixCell cell)
    {
        var result = cell.First;
        if (result.Passed)
        {
            var hidden = result.Suite.Kind == SuiteKind.Hidden;
            yield return Finding.About(hidden ? FindingCode.StarterPassesHidden : FindingCode.StarterPassesVisible, result, cell.Row.Name,
                $"The untouched starter passes all {result.Checks.Count} checks of {result.Suite}: a learner who does nothing would pass.",
                "Add checks that only the finished work can pass, or take the solution out of the starter.", result.PassedIds);
        }
        else if (!result.FailedByAssertion && result.Ending is not SuiteEnding.NotRunnable && !IsSuitesFault(matrix, result) && !MatrixRules.IsUnfinished(matrix, result.Suite))
        {
            yield return Finding.About(FindingCode.StarterFailsByCrash, result, cell.Row.Name,
                $"The starter fails {result.Suite} only by errors, never by an assertion: {MatrixRules.FirstTrouble(result)}",
                "Let the starter answer something wrong instead of breaking, and let the check compare what it got with what it expects.",
                MatrixRules.NotPassed(result));
        }
    }

    // A suite that reports badly on what it has to judge anyway has its own finding, and says nothing about the starter.
    private static bool IsSuitesFault(Matrix matrix, SuiteResult result) =>
        result.Ending is SuiteEnding.ReportMalformed
        && matrix.Cells.Any(cell => cell.Target.Suite == result.Suite && cell.Row.Role is not (RowRole.Forger or RowRole.Empty or RowRole.Starter) && cell.Runs.Any(run => run.Ending is SuiteEnding.ReportMalformed));

    private static IEnumerable<Finding> Empty(MatrixCell cell)
    {
        if (!cell.First.Passed) yield break;
        yield return Finding.About(FindingCode.EmptyPasses, cell.First, cell.Row.Name,
            $"With everything the learner owns emptied, {cell.Target.Suite} still passes: it checks nothing of the learner's.",
            "Check what the owned files do, or correct `owns` in course.yaml.", cell.First.PassedIds);
    }
}
