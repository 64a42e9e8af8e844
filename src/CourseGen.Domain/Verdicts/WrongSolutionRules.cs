using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>Wrong work is found: naive solutions split visible from hidden, bugs die, forgers get nothing.</summary>
internal static class WrongSolutionRules
{
    public static IEnumerable<Finding> Apply(Manifest manifest, Matrix matrix) =>
    [
        .. matrix.Of(RowRole.Naive).SelectMany(Naive),
        .. manifest.Deliverables.SelectMany(deliverable => NaiveMissing(matrix, deliverable)),
        .. matrix.Of(RowRole.Buggy).GroupBy(cell => cell.Row.Name, StringComparer.Ordinal).SelectMany(cells => Buggy([.. cells])),
        .. matrix.Of(RowRole.Forger).SelectMany(Forger),
    ];

    private static IEnumerable<Finding> Naive(MatrixCell cell)
    {
        var hidden = cell.Target.Suite.Kind == SuiteKind.Hidden;
        if (hidden && cell.First.Passed)
        {
            yield return Finding.About(FindingCode.NaivePassesHidden, cell.First, cell.Row.Name,
                $"The naive solution '{cell.Row.Name}' passes {cell.Target.Suite}: a wrong solution would be accepted.",
                "Add a hidden check for what the naive solution gets wrong.", cell.First.PassedIds);
        }
        else if (!hidden && !cell.Passed && !cell.Flaky)
        {
            yield return Finding.About(FindingCode.NaiveFailsVisible, cell.First, cell.Row.Name,
                $"The naive solution '{cell.Row.Name}' does not even pass {cell.Target.Suite}, so it does not show that hidden is stronger than visible: {MatrixRules.FirstTrouble(cell.First)}",
                "Make the variant pass everything visible, or give it the role buggy.", MatrixRules.NotPassed(cell.First));
        }
    }

    private static IEnumerable<Finding> NaiveMissing(Matrix matrix, Deliverable deliverable)
    {
        if (matrix.Cells.All(cell => cell.Target.Suite.Deliverable != deliverable.Id)) yield break;
        if (matrix.Of(RowRole.Naive).Any(cell => cell.Target.Suite.Deliverable == deliverable.Id)) yield break;
        yield return new(FindingCode.NaiveMissing, deliverable.Id, null,
            $"Nothing shows that the hidden suite of '{deliverable.Id}' is stronger than the visible one: there is no naive variant.",
            $"Add a variant with role: naive and deliverable: {deliverable.Id} that passes everything visible and is wrong.", FindingEvidence.None);
    }

    private static IEnumerable<Finding> Buggy(IReadOnlyList<MatrixCell> cells)
    {
        var hidden = cells.Where(cell => cell.Target.Suite.Kind == SuiteKind.Hidden).ToList();
        if (hidden.Count == 0 || hidden.Any(cell => !cell.First.Passed)) yield break;
        var row = cells[0].Row;
        yield return Finding.About(FindingCode.BuggyPasses, hidden[0].First, row.Name,
            $"The buggy solution '{row.Name}' passes {string.Join(" and ", hidden.Select(cell => cell.Target.Suite))}: its bug would be graded as correct.",
            row.Breaks.Count > 0 ? $"Add a hidden check that witnesses {string.Join(", ", row.Breaks)}." : "Add a hidden check that fails on this bug.",
            hidden[0].First.PassedIds);
    }

    private static IEnumerable<Finding> Forger(MatrixCell cell)
    {
        if (!cell.First.Passed) yield break;
        yield return Finding.About(FindingCode.ForgedPass, cell.First, cell.Row.Name,
            $"The forger '{cell.Row.Name}' gets a pass on {cell.Target.Suite} without doing the work.",
            "Run the learner's program through as-learner or over the network, and compare what it answers.", cell.First.PassedIds);
    }
}
