using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>Wrong work is found: naive solutions split visible from hidden, bugs die, forgers get nothing.</summary>
internal static class WrongSolutionRules
{
    public static IEnumerable<Finding> Apply(Bundle bundle, Matrix matrix)
    {
        var states = bundle.States;
        var same = bundle.Variants.Where(states.ChangesNothing).ToDictionary(variant => variant.Name, StringComparer.Ordinal);
        var solved = bundle.Variants.Where(states.HoldsReference).Select(variant => variant.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. matrix.Of(RowRole.Naive).SelectMany(cell => Naive(matrix, cell, same.GetValueOrDefault(cell.Row.Name))),
            .. bundle.Manifest.Deliverables.SelectMany(deliverable => NaiveMissing(matrix, deliverable)),
            .. matrix.Of(RowRole.Buggy).GroupBy(cell => cell.Row.Name, StringComparer.Ordinal).SelectMany(cells => Buggy([.. cells], same.GetValueOrDefault(cells.Key))),
            .. matrix.Of(RowRole.Forger).SelectMany(cell => Forger(cell, solved.Contains(cell.Row.Name))),
        ];
    }

    /// <summary>Buggy solutions that are wrong in everything, as a program is that does not run: they show nothing of the bug they are to have.</summary>
    public static IEnumerable<string> Notes(Matrix matrix) =>
        from row in matrix.Of(RowRole.Buggy).GroupBy(cell => cell.Row.Name, StringComparer.Ordinal)
        where IsWrongInAll([.. row.Select(cell => cell.First)])
        let suites = string.Join(" and ", row.Select(cell => cell.Target.Suite))
        select $"The buggy solution '{row.Key}' passes no check of {suites}, as a program would that does not run. Make sure that it fails by its bug: {MatrixRules.FirstTrouble(row.First().First)}";

    // Where there are but a few checks, one bug may well fail all of them.
    private static bool IsWrongInAll(IReadOnlyList<SuiteResult> results) =>
        results.All(result => result.Ending is SuiteEnding.NotRunnable)
        || (results.All(result => result is { Ending: SuiteEnding.Completed, PassedIds.Count: 0 }) && results.Sum(result => result.Checks.Count) > 3);

    /// <param name="same">The variant, if it changes nothing of its base.</param>
    private static IEnumerable<Finding> Naive(Matrix matrix, MatrixCell cell, Variant? same)
    {
        var hidden = cell.Target.Suite.Kind == SuiteKind.Hidden;
        if (hidden && cell.First.Passed)
        {
            yield return Finding.About(FindingCode.NaivePassesHidden, cell.First, cell.Row.Name,
                $"The naive solution '{cell.Row.Name}' passes {cell.Target.Suite}: {(same is null ? "a wrong solution would be accepted" : ChangesNothing(same))}.",
                same is null ? "Add a hidden check for what the naive solution gets wrong." : PutFiles(same), cell.First.PassedIds);
        }
        else if (!hidden && !cell.Passed && !cell.Flaky && !MatrixRules.IsTheReferencesTrouble(matrix, cell))
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

    private static string ChangesNothing(Variant variant) =>
        $"it changes nothing of its base, the {(variant.Base == VariantBase.Starter ? "starter" : "reference")}";

    private static string PutFiles(Variant variant) => $"Put what it gets wrong into {variant.FilesFolder}/.";

    /// <param name="same">The variant, if it changes nothing of its base.</param>
    private static IEnumerable<Finding> Buggy(IReadOnlyList<MatrixCell> cells, Variant? same)
    {
        var hidden = cells.Where(cell => cell.Target.Suite.Kind == SuiteKind.Hidden).ToList();
        if (hidden.Count == 0 || hidden.Any(cell => !cell.First.Passed)) yield break;
        var row = cells[0].Row;
        yield return Finding.About(FindingCode.BuggyPasses, hidden[0].First, row.Name,
            $"The buggy solution '{row.Name}' passes {string.Join(" and ", hidden.Select(cell => cell.Target.Suite))}: {(same is null ? "its bug would be graded as correct" : ChangesNothing(same))}.",
            same is not null ? PutFiles(same) : row.Breaks.Count > 0 ? $"Add a hidden check that witnesses {string.Join(", ", row.Breaks)}." : "Add a hidden check that fails on this bug.",
            hidden[0].First.PassedIds);
    }

    /// <param name="solved">Whether the reference's work is in it.</param>
    private static IEnumerable<Finding> Forger(MatrixCell cell, bool solved)
    {
        if (!cell.First.Passed) yield break;
        yield return Finding.About(FindingCode.ForgedPass, cell.First, cell.Row.Name,
            solved
                ? $"The forger '{cell.Row.Name}' gets a pass on {cell.Target.Suite} because it is the reference: it leaves all of its files as they are."
                : $"The forger '{cell.Row.Name}' gets a pass on {cell.Target.Suite} without doing the work.",
            solved
                ? $"Write base: starter in variants/{cell.Row.Name}/variant.yaml, so that the work is not done, and leave the reference's files out."
                : "Run the learner's program through as-learner or over the network, and compare what it answers.", cell.First.PassedIds);
    }
}
