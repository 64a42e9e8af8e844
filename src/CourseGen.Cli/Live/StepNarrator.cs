using CourseGen.App.Publishing;
using CourseGen.App.Teaching;
using CourseGen.App.Verifying;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>Tells a run of a few plain steps, such as publishing or grading: a line per step, and how far its suites are.</summary>
internal sealed class StepNarrator(IAnsiConsole console) : INarrator
{
    private readonly CellBar _bar = new(console);

    public void Tell(RunEvent told)
    {
        if (told.Kind is PublishingNames.SuiteCertified or GradingNames.SuiteGraded)
        {
            _bar.Show(RunJson.Read<CertifyProgress>(told.Payload));
            return;
        }

        var line = told.Kind switch
        {
            RunEventKinds.StepPassed => $"  [green]✓[/] {told.Step}",
            RunEventKinds.StepFailed => $"  [red]✗[/] {told.Step} {Rich.Escape(told.Payload)}",
            RunEventKinds.StepTrouble or RunEventKinds.StepCrashed => $"  [yellow]![/] {told.Step} {Rich.Escape(told.Payload)}",
            RunEventKinds.RunTakenOver => "  [yellow]↻ taken over from a worker that is gone[/]",
            RunEventKinds.RunFailed => "  [red]■ failed[/]",
            _ => null,
        };
        if (line is null) return;
        _bar.Clear();
        console.MarkupLine(line);
    }
}
