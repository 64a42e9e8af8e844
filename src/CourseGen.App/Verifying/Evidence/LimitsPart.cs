using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>What the reference needed of each limit, and how long the harness took.</summary>
internal static class LimitsPart
{
    public static Html Write(Evidence evidence) => Html.Of($"""
        <section aria-labelledby="limits">
        <h2 id="limits">Time and room</h2>
        <p class="lead">The most that any run of the reference needed. Half of a limit is the most that is allowed, so that a learner's program has room.</p>
        {Html.If(evidence.Matrix.Of(RowRole.Reference).Any(), () => Table(ReferenceNeeds.Of(evidence)))}
        <p class="phases">{evidence.Timings.OrderBy(pair => pair.Value).Select(pair => Html.Of($"<span>{pair.Key} <b>{Seconds(pair.Value)}</b></span>"))}</p>
        </section>
        """);

    private static Html Table(IReadOnlyList<LimitUse> uses) => Html.Of($"""
        <table class="plain limits">
        <caption class="vh">Limits and what the reference needed of them</caption>
        <thead><tr><th scope="col">Limit</th><th scope="col">Needed</th><th scope="col"><span class="vh">Share</span></th><th scope="col">Share</th></tr></thead>
        <tbody>{uses.Select(Row)}</tbody>
        </table>
        """);

    private static Html Row(LimitUse use)
    {
        var percent = (int)Math.Ceiling(Math.Clamp(use.Share, 0, 1) * 100);
        var over = use.Share > ReferenceNeeds.MostAllowed;
        return Html.Of($"""
            <tr><th scope="row">{use.Limit}</th><td>{use.Shown}</td>
            <td class="wide"><span class="bar{(over ? " over" : "")}" aria-hidden="true"><span style="width:{percent}%"></span></span></td>
            <td class="number">{(over ? "! " : "")}{$"{use.Share:P0}"}</td></tr>
            """);
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.0} s";
}
