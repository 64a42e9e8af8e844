using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>The matrix as a picture that also reads as a table, with and without colour.</summary>
internal static class MatrixPart
{
    public static Html Write(Evidence evidence)
    {
        if (evidence.Matrix.Cells.Count == 0)
            return Html.Of($"""<section aria-labelledby="matrix"><h2 id="matrix">Matrix</h2><p>No suite was run: the findings above come first.</p></section>""");
        var view = MatrixView.Of(evidence);
        return Html.Of($"""
            <section aria-labelledby="matrix">
            <h2 id="matrix">Matrix</h2>
            <p class="lead">Every variant of the course, run against every suite it concerns. A cell shows how many checks passed.</p>
            {Legend}
            <div class="scroll" role="region" aria-labelledby="matrix" tabindex="0">
            <table class="matrix">
            <caption>{VerdictSentence.Counted(evidence.Matrix.Cells.Count, "cell")} by variant and suite</caption>
            {Head(view, evidence.Manifest)}
            {view.Groups.Select(group => Group(group, view.Suites))}
            </table>
            </div>
            {Catches(view)}
            </section>
            """);
    }

    private static Html Legend => Html.Of($"""
        <ul class="legend">
        <li><span class="cell passed" aria-hidden="true">✓</span> suite passed</li>
        <li><span class="cell failed" aria-hidden="true">✗</span> suite failed</li>
        <li><span class="cell failed" aria-hidden="true">⊘</span> did not run to its end</li>
        <li><span class="cell trouble" aria-hidden="true">! ✓</span> not as it must be; everything unmarked is</li>
        </ul>
        """);

    private static Html Head(MatrixView view, Manifest manifest)
    {
        var deliverables = view.Suites.GroupBy(suite => suite.Deliverable, StringComparer.Ordinal).Select(group => Html.Of(
            $"""<th scope="colgroup" colspan="{group.Count()}" class="deliverable">{manifest.Deliverables.Single(one => one.Id == group.Key).Title}<small>{group.Key}</small></th>"""));
        var kinds = view.Suites.Select(suite => Html.Of($"""<th scope="col">{suite.KindName}</th>"""));
        return Html.Of($"""<thead><tr><th scope="col" rowspan="2">Variant</th>{deliverables}</tr><tr>{kinds}</tr></thead>""");
    }

    private static Html Group(RowGroup group, IReadOnlyList<SuiteId> suites) => Html.Of($"""
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="{suites.Count + 1}">{group.Title} <span>{group.Rule}</span></th></tr>
        {group.Rows.Select(row => Html.Of($"<tr><th scope=\"row\"><code>{row.Row.Name}</code></th>{row.Cells.Select(Cell)}</tr>"))}
        </tbody>
        """);

    private static Html Cell(CellView? view)
    {
        if (view is null) return Html.Of($"""<td><span class="vh">not run</span></td>""");
        var counts = view.Cell.First.Counts;
        var share = counts.Total == 0 ? "" : $"{counts.Passed}/{counts.Total}";
        var look = view.Trouble ? "trouble" : view.Outcome == "passed" ? "passed" : "failed";
        var said = view.Outcome is "passed" or "failed" ? "" : view.Words;
        var expected = view.Cell.Target.Expected switch
        {
            Expected.Pass => "must pass",
            Expected.Fail => "must fail",
            _ => view.Trouble ? "see findings" : "either way",
        };
        return Html.Of($"""
            <td><span class="cell {look}"><span aria-hidden="true">{(view.Trouble ? "! " : "")}{view.Symbol} {share}</span><span class="vh">{view.Words}, {expected}, {counts.Passed} of {counts.Total} checks passed{(view.Trouble ? ", not as it must be" : "")}</span>{Small(said)}{Small(view.Trouble ? expected : "")}</span></td>
            """);
    }

    private static Html Small(string text) => Html.If(text.Length > 0, () => Html.Of($"""<small aria-hidden="true">{text}</small>"""));

    private static Html Catches(MatrixView view)
    {
        var rows = view.Groups.SelectMany(group => group.Rows).Where(row => row.Cells.Any(cell => cell is not null && cell.Outcome != "passed"));
        return Html.Of($"""
            <details class="catches">
            <summary>Which checks did not pass, variant by variant</summary>
            <table class="plain">
            <caption class="vh">Checks that did not pass</caption>
            <thead><tr><th scope="col">Variant</th><th scope="col">Suite</th><th scope="col">Checks that did not pass</th></tr></thead>
            <tbody>
            {rows.SelectMany(row => row.Cells.OfType<CellView>().Where(cell => cell.Outcome != "passed").Select((cell, index) => Catch(row, cell, index == 0)))}
            </tbody>
            </table>
            </details>
            """);
    }

    private static Html Catch(RowView row, CellView view, bool first)
    {
        var result = view.Cell.First;
        var ids = result.Checks.Where(check => !check.Passed).Select(check => check.Id);
        var sentence = result.Ending is SuiteEnding.Completed ? "" : result.Ending.Sentence;
        return Html.Of($"""
            <tr><th scope="row"><code>{(first ? row.Row.Name : "")}</code></th><td>{view.Cell.Target.Suite.ToString()}</td><td>{sentence} {Names.Codes(ids)}</td></tr>
            """);
    }
}
