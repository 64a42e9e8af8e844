using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>Real work shows: partial solutions gain visible checks, milestones are cumulative.</summary>
internal static class ProgressRules
{
    public static IEnumerable<Finding> Apply(Manifest manifest, Matrix matrix) =>
    [
        .. matrix.Of(RowRole.Partial).SelectMany(cell => Partial(matrix, cell)),
        .. manifest.Deliverables.SelectMany(deliverable => PartialMissing(matrix, deliverable)),
        .. matrix.Of(RowRole.Milestone).SelectMany(cell => Milestone(matrix, cell)),
    ];

    private static IEnumerable<Finding> Partial(Matrix matrix, MatrixCell cell)
    {
        if (cell.Target.Suite.Kind == SuiteKind.Hidden)
        {
            if (!cell.First.Passed) yield break;
            yield return Finding.About(FindingCode.PartialNoProgress, cell.First, cell.Row.Name,
                $"The partial solution '{cell.Row.Name}' already passes {cell.Target.Suite}: it is not partial, or the suite is too weak.",
                "Strengthen the hidden suite, or make the variant do less.", cell.First.PassedIds);
            yield break;
        }

        var before = matrix.Find(MatrixPlan.StarterRow, cell.Target.Suite)?.First.PassedIds ?? new HashSet<string>();
        if (MatrixRules.IsUnfinished(matrix, cell.Target.Suite)) yield break;
        // A suite that disagrees with itself on the reference is told as that.
        var runs = matrix.Of(RowRole.Reference).Any(one => one.Target.Suite == cell.Target.Suite && one.Flaky) ? cell.Runs.Take(1) : cell.Runs;
        var without = runs.ToList().FindIndex(run => !run.PassedIds.IsProperSupersetOf(before));
        if (without < 0) yield break;
        var when = without == 0 ? "" : $" in {RunConditions.Said(without, cell.Runs.Count)}";
        yield return Finding.About(FindingCode.PartialNoProgress, cell.Runs[without], cell.Row.Name,
            $"The partial solution '{cell.Row.Name}' passes {cell.Runs[without].PassedIds.Count} checks of {cell.Target.Suite}{when} and the starter {before.Count}: a learner's first success would not show.",
            "Add a visible check that a small real improvement passes, or make the variant improve something that is checked.",
            MatrixRules.NotPassed(cell.Runs[without]));
    }

    private static IEnumerable<Finding> PartialMissing(Matrix matrix, Deliverable deliverable)
    {
        if (matrix.Cells.All(cell => cell.Target.Suite.Deliverable != deliverable.Id)) yield break;
        if (matrix.Of(RowRole.Partial).Any(cell => cell.Target.Suite.Deliverable == deliverable.Id)) yield break;
        yield return new(FindingCode.PartialNoProgress, deliverable.Id, null,
            $"Nothing shows that a small improvement of '{deliverable.Id}' gains a visible check: there is no partial variant.",
            $"Add a variant with role: partial and deliverable: {deliverable.Id}.", FindingEvidence.None);
    }

    private static IEnumerable<Finding> Milestone(Matrix matrix, MatrixCell cell)
    {
        if (cell.Target.Expected == Expected.Pass && !cell.Passed && !cell.Flaky)
        {
            if (MatrixRules.IsTheReferencesTrouble(matrix, cell)) yield break;
            yield return Finding.About(FindingCode.MilestoneNotCumulative, cell.First, cell.Row.Name,
                $"The milestone '{cell.Row.Name}' does not pass {cell.Target.Suite}: {MatrixRules.FirstTrouble(cell.First)}",
                "Mend the milestone, or move the check to the deliverable that asks for it.", MatrixRules.NotPassed(cell.First));
        }
        else if (cell.Target.Expected == Expected.Fail && cell.First.Passed)
        {
            yield return Finding.About(FindingCode.MilestoneNotCumulative, cell.First, cell.Row.Name,
                $"The milestone '{cell.Row.Name}' passes {cell.Target.Suite}, which belongs to a later deliverable: that deliverable asks for nothing new.",
                "Add hidden checks that need the later work, or take that work out of the milestone.", cell.First.PassedIds);
        }
    }
}
