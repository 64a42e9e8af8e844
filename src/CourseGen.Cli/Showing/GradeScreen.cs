using CourseGen.Cli.Grading;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Cli.Showing;

/// <summary>A scorecard on the terminal: what is done, what is next, and what exactly did not work.</summary>
internal static class GradeScreen
{
    private const int ChecksShown = 8;
    private const int LinesShown = 6;
    private const int MostOfLine = 300;

    public static void Show(Screen screen, GradedWorkspace graded)
    {
        var card = graded.Scorecard;
        screen.Line(Rich.Of($"[bold]{graded.Bundle.Manifest.Title}[/]  {card.Deliverables.Count(one => one.Passed)} of {card.Deliverables.Count} complete"));
        if (graded.NotRunnable is { } stuck) NotRunnable(screen, stuck);
        else foreach (var one in card.Deliverables) Deliverable(screen, one, IsAtHand(card, one));
        if (graded.Notes.Count > 0) screen.Gap();
        foreach (var note in graded.Notes) screen.Indented(2, Rich.Of($"[dim]{note}[/]"));
        screen.Gap();
        screen.Line(card.Passed ? new("[green bold]✓ Everything passes. Well done.[/]") : NextStep(graded));
    }

    // Whoever has not begun a later part is not helped by everything it lacks.
    private static bool IsAtHand(Scorecard card, DeliverableScore one) => HasBegun(one) || one == card.Deliverables.First(other => !other.Passed);

    private static bool HasBegun(DeliverableScore one) => StatusesOf(one.Visible).Concat(StatusesOf(one.Hidden)).Contains(CheckStatus.Passed);

    private static IEnumerable<CheckStatus> StatusesOf(VisibleScore suite) => suite.Checks.Select(check => check.Status);

    private static IEnumerable<CheckStatus> StatusesOf(HiddenScore suite) => suite.Checks.Select(check => check.Status);

    private static Rich NextStep(GradedWorkspace graded)
    {
        var next = graded.Scorecard.Deliverables.First(one => !one.Passed);
        return graded.NotRunnable is not null ? new("[bold]→[/] Make the project build and start first; then every check can run.")
            : next.Visible.Passed ? Rich.Of($"[bold]→[/] Next: {next.Title}. Read its brief again: something it promises is not so yet.")
            : Rich.Of($"[bold]→[/] Next: {next.Title}.");
    }

    // The project's own install, build or start is what a learner has to see here; no hidden check has run.
    private static void NotRunnable(Screen screen, VisibleScore suite)
    {
        screen.Gap();
        screen.Indented(2, Rich.Of($"[red]✗[/] {suite.Ending.Sentence}"));
        foreach (var line in suite.Log.Split('\n').TakeLast(LinesShown * 2)) screen.Indented(4, Rich.Of($"[dim]{Rich.Clip(line.TrimEnd(), MostOfLine)}[/]"));
    }

    private static void Deliverable(Screen screen, DeliverableScore one, bool atHand)
    {
        var mark = one.Passed ? new Rich("[green]✓[/]") : HasBegun(one) ? new Rich("[yellow]◐[/]") : new Rich("[red]✗[/]");
        screen.Gap();
        screen.Line(Rich.Of($"{mark} [bold]{one.Title}[/]  [dim]{StateOf(one)}[/]"));
        screen.Indented(4, Rich.Of($"visible {Bar(StatusesOf(one.Visible))}   hidden {Bar(StatusesOf(one.Hidden))}"));
        if (!atHand) return;
        Ending(screen, "visible", one.Visible.Passed, one.Visible.Ending);
        Failing(screen, [.. one.Visible.Checks.Where(check => !check.Passed).Select(check => new Line(check.Title, Words(check.Status), LinesOf(check)))], "visible");
        if (one.Visible.Passed) Hidden(screen, one.Hidden);
        else screen.Indented(4, new("[dim]Hidden checks are named once everything visible passes.[/]"));
    }

    private static void Hidden(Screen screen, HiddenScore suite)
    {
        Ending(screen, "hidden", suite.Passed, suite.Ending);
        Failing(screen, [.. suite.Checks.Where(check => check.Status != CheckStatus.Passed)
            .Select(check => new Line(check.Title, $"{Words(check.Status)}, hidden", check.Hint is { } hint ? [$"hint: {hint}"] : []))], "hidden");
    }

    private static string StateOf(DeliverableScore one) =>
        one.Passed ? "complete"
        : one.Visible.Passed ? "everything visible passes; hidden checks do not yet"
        : HasBegun(one) ? "on the way"
        : "not there yet";

    // That a suite ran to its end says nothing; a limit that its program met on the way does.
    private static void Ending(Screen screen, string kind, bool passed, ScoreEnding ending)
    {
        if (!passed && ending.Sentence != new SuiteEnding.Completed().Sentence) screen.Indented(4, Rich.Of($"[red]![/] {kind}: {ending.Sentence}"));
    }

    private static void Failing(Screen screen, IReadOnlyList<Line> failing, string kind)
    {
        foreach (var check in failing.Take(ChecksShown))
        {
            screen.Indented(4, Rich.Of($"[red]✗[/] {check.Title}  [dim]{check.Status}[/]"));
            foreach (var line in check.Details.Where(line => line.Length > 0).Take(LinesShown)) screen.Indented(6, Rich.Of($"{Rich.Clip(line, MostOfLine)}"));
        }

        if (failing.Count > ChecksShown) screen.Indented(4, Rich.Of($"[dim]… and {failing.Count - ChecksShown} more {kind} checks[/]"));
    }

    private static IEnumerable<string> LinesOf(CheckResult check) =>
        check.Message.Split('\n').Concat(check.Diagnostics).Select(line => line.TrimEnd()).Where(line => line != check.Title);

    private static Rich Bar(IEnumerable<CheckStatus> statuses)
    {
        const int widest = 20;
        var (passed, total) = (statuses.Count(status => status == CheckStatus.Passed), statuses.Count());
        var width = Math.Min(total, widest);
        var full = total == 0 ? 0 : passed * width / total;
        return Rich.Of($"[green]{new string('■', full)}[/][dim]{new string('□', width - full)}[/] {passed}/{total}");
    }

    private static string Words(CheckStatus status) => status switch
    {
        CheckStatus.Failed => "did not hold",
        CheckStatus.Error => "could not be checked",
        CheckStatus.TimedOut => "ran out of time or room",
        _ => "did not run",
    };

    /// <summary>A check that did not pass, as it is shown.</summary>
    private sealed record Line(string Title, string Status, IEnumerable<string> Details);
}
