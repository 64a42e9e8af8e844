using CourseGen.Cli.Grading;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Cli.Showing;

/// <summary>A scorecard on the terminal: what is done, what is next, and what exactly did not work.</summary>
internal static class GradeScreen
{
    private const int ChecksShown = 8;
    private const int LinesShown = 6;
    private const int MostOfLine = 300;

    public static void Show(Screen screen, Grade grade)
    {
        var done = grade.Deliverables.Count(one => one.Passed);
        screen.Line(Rich.Of($"[bold]{grade.Bundle.Manifest.Title}[/]  {done} of {grade.Deliverables.Count} complete"));
        if (grade.NotRunnable is { } stuck) NotRunnable(screen, stuck);
        else foreach (var one in grade.Deliverables) Deliverable(screen, one, IsAtHand(grade, one));
        if (grade.Notes.Count > 0) screen.Gap();
        foreach (var note in grade.Notes) screen.Indented(2, Rich.Of($"[dim]{note}[/]"));
        screen.Gap();
        screen.Line(grade.Passed ? new("[green bold]✓ Everything passes. Well done.[/]") : NextStep(grade));
    }

    // Whoever has not begun a later part is not helped by everything it lacks.
    private static bool IsAtHand(Grade grade, GradedDeliverable one) =>
        one.Visible.Counts.Passed + one.Hidden.Counts.Passed > 0 || one == grade.Deliverables.First(other => !other.Passed);

    private static Rich NextStep(Grade grade)
    {
        var next = grade.Deliverables.First(one => !one.Passed);
        return grade.NotRunnable is not null ? new("[bold]→[/] Make the project build and start first; then every check can run.")
            : next.Visible.Passed ? Rich.Of($"[bold]→[/] Next: {next.Deliverable.Title}. Read its brief again: something it promises is not so yet.")
            : Rich.Of($"[bold]→[/] Next: {next.Deliverable.Title}.");
    }

    // The project's own install, build or start is what a learner has to see here; no hidden check has run.
    private static void NotRunnable(Screen screen, SuiteResult result)
    {
        screen.Gap();
        screen.Indented(2, Rich.Of($"[red]✗[/] {result.Ending.Sentence}"));
        foreach (var line in result.Log.Split('\n').TakeLast(LinesShown * 2)) screen.Indented(4, Rich.Of($"[dim]{Rich.Clip(line.TrimEnd(), MostOfLine)}[/]"));
    }

    private static void Deliverable(Screen screen, GradedDeliverable one, bool atHand)
    {
        var mark = one.Passed ? new Rich("[green]✓[/]") : one.Visible.Counts.Passed + one.Hidden.Counts.Passed > 0 ? new Rich("[yellow]◐[/]") : new Rich("[red]✗[/]");
        screen.Gap();
        screen.Line(Rich.Of($"{mark} [bold]{one.Deliverable.Title}[/]  [dim]{one.State}[/]"));
        screen.Indented(4, Rich.Of($"visible {Bar(one.Visible)}   hidden {Bar(one.Hidden)}"));
        if (!atHand) return;
        Troubles(screen, one.Visible, VisibleLines);
        if (one.Visible.Passed) Troubles(screen, one.Hidden, HiddenLines);
        else screen.Indented(4, new("[dim]Hidden checks are named once everything visible passes.[/]"));
    }

    private static void Troubles(Screen screen, SuiteResult result, Func<CheckResult, IEnumerable<string>> lines)
    {
        if (result.Ending is not SuiteEnding.Completed) screen.Indented(4, Rich.Of($"[red]![/] {result.Suite.KindName}: {result.Ending.Sentence}"));
        List<CheckResult> failing = [.. result.Checks.Where(check => !check.Passed)];
        foreach (var check in failing.Take(ChecksShown))
        {
            screen.Indented(4, Rich.Of($"[red]✗[/] {check.Title}  [dim]{Words(check.Status)}{(result.Suite.Kind == Domain.Bundles.SuiteKind.Hidden ? ", hidden" : "")}[/]"));
            foreach (var line in lines(check).Where(line => line.Length > 0).Take(LinesShown)) screen.Indented(6, Rich.Of($"{Rich.Clip(line, MostOfLine)}"));
        }

        if (failing.Count > ChecksShown) screen.Indented(4, Rich.Of($"[dim]… and {failing.Count - ChecksShown} more {result.Suite.KindName} checks[/]"));
    }

    private static IEnumerable<string> VisibleLines(CheckResult check) =>
        check.Message.Split('\n').Concat(check.Diagnostics).Select(line => line.TrimEnd()).Where(line => line != check.Title);

    private static IEnumerable<string> HiddenLines(CheckResult check) => HiddenCheck.Of(check).Hint is { } hint ? [$"hint: {hint}"] : [];

    private static Rich Bar(SuiteResult result)
    {
        const int widest = 20;
        var (passed, total) = (result.Counts.Passed, result.Counts.Total);
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
}
