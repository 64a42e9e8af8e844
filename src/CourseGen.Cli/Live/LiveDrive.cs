using CourseGen.App.Authoring;
using CourseGen.Cli.Composition;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>Drives a run of any kind as far as it goes in this process, and tells what happens to it.</summary>
internal static class LiveDrive
{
    public static async Task<Run> ToEndAsync(Workshop workshop, IAnsiConsole console, RunId id, CancellationToken cancellation)
    {
        var run = await workshop.Data.Runs.FindAsync(id, cancellation) ?? throw CommandStoppedException.Usage($"There is no run {id}.", "'coursegen runs list' shows the runs there are.");
        if (run.Kind == AuthoringGraph.KindName)
            return await new AuthoringDrive(workshop, console).ToEndAsync(id, AuthoringDrive.StateOf(run).Setup.ApproveGates, cancellation);
        return await new RunStory(workshop.Data.Runs, id, Narrators.For(run.Kind, console)).DriveAsync(workshop.Loop, cancellation);
    }
}
