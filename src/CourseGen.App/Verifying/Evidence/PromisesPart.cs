using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>What the course promises, which checks witness it, and which variants were caught breaking it.</summary>
internal static class PromisesPart
{
    public static Html Write(Evidence evidence) => Html.Of($"""
        <section aria-labelledby="promises">
        <h2 id="promises">Promises</h2>
        <p class="lead">A promise counts only if a check witnesses it and some variant was seen to fail that check.</p>
        {evidence.Manifest.Deliverables.Where(one => one.Promises.Count > 0).Select(deliverable => Table(evidence.Matrix, deliverable))}
        </section>
        """);

    /// <summary>The rows that fail a witness of the promise, those that never did any work apart.</summary>
    public static IReadOnlyList<MatrixRow> BrokenBy(Matrix matrix, Deliverable deliverable, Promise promise) =>
    [
        .. matrix.Cells
            .Where(cell => cell.Target.Suite.Deliverable == deliverable.Id && cell.Row.Role != RowRole.Reference)
            .Where(cell => cell.First.Checks.Any(check => !check.Passed && promise.Checks.Contains(check.Id)))
            .Select(cell => cell.Row).DistinctBy(row => row.Name, StringComparer.Ordinal),
    ];

    private static Html Table(Matrix matrix, Deliverable deliverable) => Html.Of($"""
        <table class="plain promises">
        <caption>{deliverable.Title} <small>{deliverable.Id}</small></caption>
        <thead><tr><th scope="col">Promise</th><th scope="col">Witnesses</th><th scope="col">Seen broken by</th></tr></thead>
        <tbody>{deliverable.Promises.Select(promise => Row(matrix, deliverable, promise))}</tbody>
        </table>
        """);

    private static Html Row(Matrix matrix, Deliverable deliverable, Promise promise)
    {
        var breaking = BrokenBy(matrix, deliverable, promise);
        return Html.Of($"""
            <tr><th scope="row">{promise.Text}<small>{promise.Id}</small></th>
            <td>{Names.Codes(promise.Checks)}</td><td>{Seen(breaking)}</td></tr>
            """);
    }

    private static Html Seen(IReadOnlyList<MatrixRow> rows)
    {
        if (rows.Count == 0) return Html.Of($"""<span class="unseen">! nothing that was run</span>""");
        var telling = rows.Where(row => row.Role is RowRole.Naive or RowRole.Buggy or RowRole.Partial or RowRole.Milestone).Select(row => row.Name).ToList();
        return telling.Count > 0 ? Names.Codes(telling) : Html.Of($"""<span class="muted">only by variants without any work in them</span>""");
    }
}
