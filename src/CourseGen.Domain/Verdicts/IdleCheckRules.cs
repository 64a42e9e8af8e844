using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>
/// Checks that passed on everything that ran, wrong as it may be: they may well look at something that nobody happened to
/// get wrong, and may as well look at nothing. It refuses no course, because a check that a wrong program fails is enough.
/// </summary>
internal static class IdleCheckRules
{
    private const int IdsShown = 5;

    public static IEnumerable<string> Notes(Matrix matrix, Mutation mutation)
    {
        foreach (var reference in matrix.Of(RowRole.Reference))
        {
            var suite = reference.Target.Suite;
            var failed = Failed(matrix, mutation, suite).ToHashSet(StringComparer.Ordinal);
            var idle = reference.First.Checks.Select(check => check.Id).Where(id => !failed.Contains(id)).ToList();
            if (idle.Count > 0) yield return Note(suite, idle);
        }
    }

    private static IEnumerable<string> Failed(Matrix matrix, Mutation mutation, SuiteId suite) =>
        matrix.Cells.Where(cell => cell.Target.Suite == suite).SelectMany(cell => cell.Runs)
            // Where something else ended the suite, a check that is missing may have failed or not.
            .Where(run => run.Ending is SuiteEnding.Completed).SelectMany(run => run.FailedIds)
            .Concat(mutation.Outcomes.Where(one => one.KilledBy == suite).SelectMany(one => one.FailedChecks));

    private static string Note(SuiteId suite, List<string> idle)
    {
        var more = idle.Count > IdsShown ? $" and {idle.Count - IdsShown} more" : "";
        return $"{suite}: nothing that ran fails {string.Join(", ", idle.Take(IdsShown))}{more}, not even a project with nothing in it. Make sure that such a check can fail.";
    }
}
