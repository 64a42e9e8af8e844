using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>The matrix as a person looks at it: rows grouped by what they are for, one column per suite.</summary>
/// <param name="Suites">The columns, in the order of the course.</param>
/// <param name="Groups">The rows by kind; a kind without rows is left out.</param>
public sealed record MatrixView(IReadOnlyList<SuiteId> Suites, IReadOnlyList<RowGroup> Groups)
{
    public static MatrixView Of(Evidence evidence)
    {
        var cells = evidence.Matrix.Cells;
        var ran = cells.Select(cell => cell.Target.Suite).ToHashSet();
        List<SuiteId> suites = [.. evidence.Manifest.Suites.Where(ran.Contains)];
        return new(suites,
        [
            .. cells.GroupBy(cell => WordsOf(cell.Row.Role)).OrderBy(group => group.Min(cell => cell.Row.Role)).Select(group => new RowGroup(
                group.Key.Title, group.Key.Rule, RowsOf(evidence, suites, group))),
        ]);
    }

    // In the order of the course, so that the eye can follow one deliverable.
    private static IReadOnlyList<RowView> RowsOf(Evidence evidence, List<SuiteId> suites, IEnumerable<MatrixCell> cells)
    {
        var order = evidence.Manifest.Deliverables.Select(one => one.Id).ToList();
        return [.. cells.GroupBy(cell => cell.Row.Name, StringComparer.Ordinal)
            .OrderBy(row => row.First().Row.Deliverable is { } deliverable ? order.IndexOf(deliverable) : order.Count)
            .Select(row => RowOf(evidence, suites, [.. row]))];
    }

    private static RowView RowOf(Evidence evidence, List<SuiteId> suites, IReadOnlyList<MatrixCell> cells) =>
        new(cells[0].Row, [.. suites.Select(suite => cells.FirstOrDefault(cell => cell.Target.Suite == suite) is { } cell ? ViewOf(evidence, cell) : null)]);

    // Some rules judge several cells together, so a finding can be about a cell that is as expected by itself.
    private static CellView ViewOf(Evidence evidence, MatrixCell cell) => new(
        cell, EvidenceNames.OutcomeOf(cell),
        !cell.AsExpected || evidence.Findings.Any(one => one.Variant == cell.Row.Name && one.Evidence.Suite == cell.Target.Suite.ToString()));

    private static (string Title, string Rule) WordsOf(RowRole role) => role switch
    {
        RowRole.Starter or RowRole.Empty => ("Nothing done yet", "must fail every suite"),
        RowRole.Reference => ("Reference", "must pass every suite"),
        RowRole.Milestone => ("Milestones", "must pass up to their deliverable, and fail later hidden suites"),
        RowRole.Partial => ("Partly done", "must gain visible checks, and fail hidden"),
        RowRole.Naive => ("Naive", "must pass visible, and fail hidden"),
        RowRole.Buggy => ("Buggy", "must fail a hidden suite"),
        _ => ("Forgers", "must never pass"),
    };
}

/// <summary>The rows of one kind.</summary>
/// <param name="Title">The kind.</param>
/// <param name="Rule">What every row of it has to show.</param>
public sealed record RowGroup(string Title, string Rule, IReadOnlyList<RowView> Rows);

/// <summary>A row and its cell in each column; none where the row does not run that suite.</summary>
public sealed record RowView(MatrixRow Row, IReadOnlyList<CellView?> Cells);

/// <summary>A cell as it is shown.</summary>
/// <param name="Outcome">See <see cref="EvidenceNames.OutcomeOf(MatrixCell)"/>.</param>
/// <param name="Trouble">Whether it is not as expected, or a finding is about it.</param>
public sealed record CellView(MatrixCell Cell, string Outcome, bool Trouble)
{
    /// <summary>One character that tells the outcome without colour.</summary>
    public string Symbol => Outcome switch
    {
        "passed" => "✓",
        "failed" => "✗",
        "flaky" => "≈",
        _ => "⊘",
    };

    /// <summary>The outcome in words.</summary>
    public string Words => Outcome switch
    {
        "not_runnable" => "does not run",
        "over_limit" => "over a limit",
        "report_malformed" => "bad report",
        "harness_fault" => "not judged",
        var other => other,
    };
}
