using CourseGen.App.Authoring;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>Follows a run that another process works on, until nothing more happens to it by itself. It only reads.</summary>
internal sealed class RunWatch(DataFolder data, IAnsiConsole console, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private string _standing = "";

    /// <summary>Returns the run when it has ended, or has faulted and waits for somebody to resume it.</summary>
    public async Task<Run> ToEndAsync(Run run, CancellationToken cancellation)
    {
        var story = new RunStory(data.Runs, run.Id, Narrators.For(run.Kind, console));
        while (true)
        {
            // Read before the events: what the run did to come here is then among them.
            run = await data.Runs.FindAsync(run.Id, cancellation) ?? run;
            await story.TellAsync(cancellation);
            await ShowStandingAsync(run, cancellation);
            if (run is { HasWork: false, Status: not RunStatus.Waiting }) return run;
            await Task.Delay(Pause, time, cancellation);
        }
    }

    // Once for every place the run comes to, so that what scrolls by stays readable.
    private async Task ShowStandingAsync(Run run, CancellationToken cancellation)
    {
        var place = $"{run.Status} {run.Step} {run.Attempt} {run.Gate}";
        if (run.Kind != AuthoringGraph.KindName || place == _standing) return;
        _standing = place;
        var spent = await RunBudget.SpentAsync(data.Runs, run.Id, cancellation);
        foreach (var line in RunStanding.Of(run, AuthoringDrive.StateOf(run), spent, time.GetUtcNow())) console.MarkupLine(line);
        if (run.Gate is { } gate) console.MarkupLine($"[bold]coursegen gate approve {run.Id}[/] decides at {gate}; Ctrl-C stops watching and not the run.");
    }
}
