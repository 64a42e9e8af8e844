using CourseGen.App.Authoring;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Demo;

/// <summary>What the demo shows of itself at its end.</summary>
internal sealed record DemoResult(
    Bundle Bundle, Run Authoring, AuthoringState State, IReadOnlyList<string> Repaired, IReadOnlyList<DemoScore> Scores, string EvidencePage, TimeSpan Elapsed);

/// <summary>Scorecards and the closing summary of the demo.</summary>
internal static class DemoSummary
{
    private const int MostLines = 4;

    /// <summary>One submission: a line per deliverable, and the first thing that went wrong.</summary>
    public static void ShowScore(Screen screen, DemoScore score)
    {
        screen.Progress.MarkupLine(Rich.Of($"  [bold]Submission {score.Submission.Number}[/]: {score.Story}").Markup);
        if (score.Submission.Scorecard is not { } card)
        {
            screen.Progress.MarkupLine(Rich.Of($"    {score.Submission.Sentence}").Markup);
            return;
        }

        foreach (var one in card.Deliverables)
            screen.Progress.MarkupLine($"    {(one.Passed ? "[green]✓[/]" : "[red]✗[/]")} {Rich.Escape(one.Title),-24} visible {Dots(one.Visible.Checks.Select(check => check.Passed))}  hidden {Dots(one.Hidden.Checks.Select(check => check.Status == CheckStatus.Passed))}");
        foreach (var line in FirstTrouble(card).Take(MostLines)) screen.Progress.MarkupLine(Rich.Of($"      [dim]{line}[/]").Markup);
    }

    public static void Show(Screen screen, DemoResult result, string place)
    {
        var manifest = result.Bundle.Manifest;
        screen.Gap();
        screen.Results.Write(new Rule("[bold]CourseGen demo[/]") { Justification = Justify.Left });
        screen.Line(Rich.Of($"  [bold]{manifest.Title}[/] is [green]certified and published[/]."));
        screen.Line(Rich.Of($"  {manifest.Deliverables.Count} deliverables, {manifest.Deliverables.Sum(one => one.Promises.Count)} promises, {result.Bundle.Variants.Count} variants; every word of it was run."));
        screen.Line(Rich.Of($"  [dim]Recorded answers, no model was called.[/]"));
        screen.Gap();
        screen.Line(Rich.Of($"  Found by running it, and repaired: {string.Join(", ", result.Repaired)}."));
        screen.Line(Rich.Of($"  The learner: {string.Join("  ", result.Scores.Select(Outcome))}"));
        screen.Gap();
        screen.Line(Rich.Of($"  Bundle digest  {result.State.Digest!}"));
        screen.Line(Rich.Of($"  Evidence page  {result.EvidencePage}"));
        screen.Line(Rich.Of($"  Runs           coursegen runs show {result.Authoring.Id.Value}{place}"));
        screen.Line(Rich.Of($"  Took           {$"{result.Elapsed.TotalSeconds:0} s"}"));
        screen.Gap();
        screen.Line(Rich.Of($"  [bold]What to do next[/]"));
        screen.Line(Rich.Of($"  Your own brief:   OPENAI_API_KEY=... coursegen author --brief my.yaml --provider openai --model NAME --out my-course"));
        screen.Line(Rich.Of($"  Your own bundle:  coursegen certify my-course --html evidence.html"));
    }

    private static string Outcome(DemoScore score) =>
        score.Submission.Scorecard is { } card ? $"{score.Submission.Number}. {card.Deliverables.Count(one => one.Passed)}/{card.Deliverables.Count}{(card.Passed ? " complete" : "")}" : $"{score.Submission.Number}. not graded";

    private static string Dots(IEnumerable<bool> checks) => string.Concat(checks.Select(passed => passed ? "[green]●[/]" : "[red]○[/]"));

    private static IEnumerable<string> FirstTrouble(Scorecard card)
    {
        var visible = card.Deliverables.SelectMany(one => one.Visible.Checks).FirstOrDefault(check => !check.Passed);
        if (visible is not null) return visible.Message.Split('\n').Prepend(visible.Title).Distinct();
        var hidden = card.Deliverables.SelectMany(one => one.Hidden.Checks).FirstOrDefault(check => check.Status != CheckStatus.Passed);
        return hidden is null ? [] : [hidden.Title, $"hint: {hidden.Hint ?? "none"}"];
    }
}
