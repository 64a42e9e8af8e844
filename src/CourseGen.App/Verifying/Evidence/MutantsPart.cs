using System.Globalization;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>What small changes of the reference say about the hidden suites: the score, and every survivor with its diff.</summary>
internal static class MutantsPart
{
    private static readonly (MutantFate Fate, string Look, string Words)[] Fates =
    [
        (MutantFate.Killed, "killed", "killed: a hidden suite failed"),
        (MutantFate.Survived, "survived", "survived: every hidden suite passed"),
        (MutantFate.Acknowledged, "acknowledged", "acknowledged by the author as equivalent"),
        (MutantFate.Stillborn, "stillborn", "stillborn: did not build or boot"),
    ];

    public static Html Write(Evidence evidence)
    {
        var mutation = evidence.Mutation;
        return Html.Of($"""
            <section aria-labelledby="mutants">
            <h2 id="mutants">Mutants</h2>
            <p class="lead">Small changes of the reference, made by a rule and drawn by a seed. Hidden suites that are worth something fail on them.</p>
            <p>{MutationSentence.Of(mutation)}{Html.If(mutation.Outcomes.Count > 0, () => Html.Of($". Seed {mutation.Seed} drew {mutation.Outcomes.Count} of {VerdictSentence.Counted(mutation.Candidates, "candidate")}."))}</p>
            {Html.If(mutation.Outcomes.Count > 0, () => Picture(mutation))}
            {Html.If(mutation.Count(MutantFate.Survived) > 0, () => Survivors(mutation))}
            {Html.If(mutation.Count(MutantFate.Acknowledged) > 0, () => Acknowledged(mutation))}
            </section>
            """);
    }

    private static Html Picture(Mutation mutation)
    {
        var there = Fates.Where(one => mutation.Count(one.Fate) > 0).ToList();
        return Html.Of($"""
            <p class="fates" aria-hidden="true">{there.Select(one => Html.Of($"<span class=\"{one.Look}\" style=\"flex-grow:{mutation.Count(one.Fate)}\">{mutation.Count(one.Fate)}</span>"))}</p>
            <ul class="legend">{there.Select(one => Html.Of($"<li><span class=\"fate {one.Look}\" aria-hidden=\"true\"></span> {mutation.Count(one.Fate)} {one.Words}</li>"))}</ul>
            {Html.If(mutation.Count(MutantFate.Killed) > 0, () => Html.Of($"<p class=\"muted\">Killed by {string.Join(", ", Killers(mutation))}.</p>"))}
            """);
    }

    private static IEnumerable<string> Killers(Mutation mutation) =>
        mutation.Of(MutantFate.Killed).GroupBy(one => $"{one.KilledBy}", StringComparer.Ordinal).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} ({group.Count()})");

    private static Html Survivors(Mutation mutation) => Html.Of($"""
        <h3>Survivors</h3>
        {mutation.Of(MutantFate.Survived).Select((one, index) => Item(one, Tags(one), index < 5))}
        """);

    private static Html Tags(MutantOutcome one) => one.Promises.Count == 0
        ? Html.Of($"""<span class="tag">no variant changes these lines, so the promise is not known</span>""")
        : Html.Of($"""<span class="tag">probably breaks {Names.Codes(one.Promises)}</span>""");

    private static Html Acknowledged(Mutation mutation) => Html.Of($"""
        <details class="acknowledged"><summary>Acknowledged as equivalent, with the author's reasons</summary>
        {mutation.Of(MutantFate.Acknowledged).Select(one => Item(one, Html.Of($"<span class=\"tag\">{one.Why}</span>"), true))}
        </details>
        """);

    private static Html Item(MutantOutcome one, Html about, bool open) => Html.Of($"""
        <details class="mutant"{(open ? new Html(" open") : Html.Nothing)}><summary><code>{one.Mutant.Id}</code> <span>{one.Mutant.File}:{one.Mutant.Line.ToString(CultureInfo.InvariantCulture)}</span> {about}</summary>
        <pre tabindex="0">{Lines(one.Mutant.Diff)}</pre></details>
        """);

    private static Html Lines(string diff) => new(string.Join('\n', diff.Split('\n').Select(line => Line(line).Text)));

    private static Html Line(string line) =>
        line.StartsWith("--- ", StringComparison.Ordinal) || line.StartsWith("+++ ", StringComparison.Ordinal) || line.StartsWith("@@", StringComparison.Ordinal) ? Html.Of($"<span class=\"at\">{line}</span>")
        : line.StartsWith('-') ? Html.Of($"<del>{line}</del>")
        : line.StartsWith('+') ? Html.Of($"<ins>{line}</ins>")
        : Html.Of($"{line}");
}
