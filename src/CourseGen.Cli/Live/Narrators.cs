using CourseGen.App.Authoring;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>The narrator of each kind of run.</summary>
internal static class Narrators
{
    public static INarrator For(string kind, IAnsiConsole console) =>
        kind == AuthoringGraph.KindName ? new AuthoringNarrator(console) : new StepNarrator(console);
}

/// <summary>Tells a run of any kind by its steps alone.</summary>
internal sealed class StepNarrator(IAnsiConsole console) : INarrator
{
    public void Tell(RunEvent told)
    {
        var mark = told.Kind switch
        {
            RunEventKinds.StepStarted => "[bold]▸[/]",
            RunEventKinds.StepPassed or RunEventKinds.RunSucceeded => "[green]✓[/]",
            RunEventKinds.StepFailed or RunEventKinds.RunFailed or RunEventKinds.StepCrashed => "[red]✗[/]",
            _ => "[grey]·[/]",
        };
        console.MarkupLine($"{mark} {told.Kind} {told.Step}");
    }
}
