using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>The reference passes everything, every time, well within the limits, with reports that can be read.</summary>
internal static class ReferenceRules
{
    public static IEnumerable<Finding> Apply(Manifest manifest, Matrix matrix) =>
    [
        .. matrix.Of(RowRole.Reference).SelectMany(Fails),
        .. matrix.Cells.SelectMany(cell => Disagrees(matrix, cell)),
        .. matrix.Of(RowRole.Reference).SelectMany(cell => Limits(manifest.Limits, cell)),
        .. Malformed(manifest, matrix),
    ];

    private static IEnumerable<Finding> Fails(MatrixCell cell)
    {
        // A report that cannot be read is found by its own rule, and disagreement by another.
        if (cell.Passed || cell.Flaky || cell.First.Ending is SuiteEnding.ReportMalformed) yield break;
        yield return Finding.About(FindingCode.ReferenceFails, cell.First, cell.Row.Name,
            $"The reference does not pass {cell.Target.Suite}: {MatrixRules.FirstTrouble(cell.First)}",
            cell.First.Ending is SuiteEnding.OverLimit
                ? "Let the reference or the suite need less, or raise that limit under limits in course.yaml; the reference may need half of it."
                : "Mend the reference or the check: the course's own solution has to pass every suite.", MatrixRules.NotPassed(cell.First));
    }

    private static IEnumerable<Finding> Disagrees(Matrix matrix, MatrixCell cell)
    {
        if (!cell.Flaky) yield break;
        IReadOnlyList<string> differing = [.. DifferingChecks(cell.Runs)];
        var run = cell.Runs.Select((result, index) => (result, index)).First(pair => pair.result.Passed != cell.First.Passed);
        var byOrder = IsByOrder(cell.Runs);
        yield return Finding.About(byOrder ? FindingCode.OrderDependent : FindingCode.ReferenceFlaky, run.result, cell.Row.Name,
            byOrder
                ? $"{cell.Target.Suite} gives another verdict on '{cell.Row.Name}' when the deliverables run in another order."
                : $"{cell.Target.Suite} does not always give the same verdict on '{cell.Row.Name}': {RunConditions.Said(run.index, cell.Runs.Count)} differs from the first in {Named(differing)}. {MatrixRules.FirstTrouble(cell.First.Passed ? run.result : cell.First)}",
            NextStep(matrix, cell), differing);
    }

    // Where the reference never wavers, either the variant does, or the suite draws by lot what only a wrong program fails on.
    private static string NextStep(Matrix matrix, MatrixCell cell)
    {
        const string mendCheck = "Remove what the check depends on besides the program: time, order, randomness, what another check left behind.";
        if (cell.Row.Role == RowRole.Reference) return mendCheck;
        var steady = matrix.Find(matrix.Of(RowRole.Reference).FirstOrDefault()?.Row.Name ?? "", cell.Target.Suite) is { Flaky: false, Passed: true };
        return steady
            ? $"The suite always agrees on the reference, so look at '{cell.Row.Name}' first: if it leaves something to chance, make it wrong in the same way every time. If it does not, let the checks try the same cases in every run."
            : $"{mendCheck} If the variant itself leaves something to chance, make it wrong in the same way every time.";
    }

    private static string Named(IReadOnlyList<string> checks) => checks.Count == 0 ? "how it ended" : string.Join(", ", checks);

    // Odd runs go through the deliverables backwards.
    private static bool IsByOrder(IReadOnlyList<SuiteResult> runs)
    {
        int Verdicts(int parity) => runs.Where((_, index) => index % 2 == parity).Select(run => run.Passed).Distinct().Count();
        return runs.Count >= 4 && Verdicts(0) == 1 && Verdicts(1) == 1;
    }

    private static IEnumerable<string> DifferingChecks(IReadOnlyList<SuiteResult> runs) =>
        runs.SelectMany(run => run.Checks).GroupBy(check => check.Id, StringComparer.Ordinal)
            .Where(group => group.Count() != runs.Count || group.Select(check => check.Status).Distinct().Count() > 1)
            .Select(group => group.Key);

    private static IEnumerable<Finding> Limits(BundleLimits limits, MatrixCell cell)
    {
        foreach (var (name, share, shown) in LimitUse.Of(limits, cell.CalmRuns).Where(use => use.Share > LimitUse.Room))
        {
            yield return Finding.About(FindingCode.OverLimit, cell.First, cell.Row.Name,
                $"The reference needs {share:P0} of the {name} limit on {cell.Target.Suite} ({shown}); a learner's program needs room.",
                $"Raise limits.{name} in course.yaml, or make the suite lighter.");
        }
    }

    // A forger or an empty project may well ruin a report; that is its failure and no finding. What a suite reports badly on one
    // row it mostly does on others, too, and is mended once.
    private static IEnumerable<Finding> Malformed(Manifest manifest, Matrix matrix) =>
        from cells in matrix.Cells.Where(cell => cell.Row.Role is not (RowRole.Forger or RowRole.Empty or RowRole.Starter) && Badly(cell).Any()).GroupBy(cell => cell.Target.Suite)
        let first = cells.OrderBy(cell => cell.Row.Role).First()
        select Finding.About(FindingCode.ReportMalformed, first.First, first.Row.Name,
            $"{cells.Key} reported badly on '{first.Row.Name}': {Badly(first).First().Reason}.{AlsoOn(cells.Where(cell => cell != first))}",
            $"Let check.sh report every check, whatever happens, and exit 0 exactly when all passed; one that is skipped or still to be done has not. course.yaml says that the report is {Form(manifest.ReportOf(cells.Key))}.");

    private static string AlsoOn(IEnumerable<MatrixCell> others)
    {
        var names = string.Join(", ", others.Select(cell => $"'{cell.Row.Name}'"));
        return names.Length == 0 ? "" : $" It does on {names}, too.";
    }

    private static IEnumerable<SuiteEnding.ReportMalformed> Badly(MatrixCell cell) => cell.Runs.Select(run => run.Ending).OfType<SuiteEnding.ReportMalformed>();

    private static string Form(ReportKind kind) => kind switch
    {
        ReportKind.CourseGen => "coursegen, which is JSON in the file $COURSEGEN_REPORT",
        ReportKind.JUnit => "junit, which is XML in the file $COURSEGEN_REPORT",
        ReportKind.Tap => "tap, which goes to standard output with its plan",
        _ => "exit, which is the exit status alone",
    };
}
