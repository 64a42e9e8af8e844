using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>What keeps the course from being certified, each with what to change and what shows it.</summary>
internal static class FindingsPart
{
    public static Html Write(Evidence evidence) => Html.If(evidence.Findings.Count > 0, () => Html.Of($"""
        <section aria-labelledby="findings">
        <h2 id="findings">What to change</h2>
        <ol class="findings">
        {evidence.Findings.Select(Item)}
        </ol>
        </section>
        """));

    private static Html Item(Finding finding) => Html.Of($"""
        <li class="finding">
        <p class="tags"><code class="code">{finding.Code}</code>{Tag("deliverable", finding.Deliverable)}{Tag("variant", finding.Variant)}{Tag("suite", finding.Evidence.Suite)}</p>
        <p class="message">{finding.Message}</p>
        <p class="next"><strong>Next:</strong> {finding.NextStep}</p>
        {Html.If(finding.Evidence.Checks.Count > 0, () => Html.Of($"<p class=\"checks\">Checks: {Names.Codes(finding.Evidence.Checks)}</p>"))}
        {Html.If(finding.Evidence.Log.Length > 0, () => Html.Of($"<details open><summary>What was seen</summary><pre tabindex=\"0\">{finding.Evidence.Log}</pre></details>"))}
        </li>
        """);

    private static Html Tag(string what, string? value) =>
        value is null ? Html.Nothing : Html.Of($"""<span class="tag">{what} <b>{value}</b></span>""");
}
