using CourseGen.App.Authoring;
using CourseGen.Cli.Composition;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>Drives a run of any kind as far as it goes in this process, and tells what happens to it.</summary>
internal static class LiveDrive
{
    public static Task<Run> ToEndAsync(Workshop workshop, IAnsiConsole console, Run run, CancellationToken cancellation) => run.Kind == AuthoringGraph.KindName
        ? new AuthoringDrive(workshop, console).ToEndAsync(run.Id, AuthoringDrive.StateOf(run).Setup.ApproveGates, cancellation)
        : new RunStory(workshop.Data.Runs, run.Id, Narrators.For(run.Kind, console)).DriveAsync(workshop.Loop, cancellation);
}
