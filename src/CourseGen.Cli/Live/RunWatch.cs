using CourseGen.App.Authoring;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>Follows a run that another process works on, until it ends. It only reads.</summary>
internal sealed class RunFollow(DataFolder data, IAnsiConsole console, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private const int Page = 200;

    private string _standing = "";

    public async Task<Run> ToEndAsync(Run run, CancellationToken cancellation)
    {
        var narrator = Narrators.For(run.Kind, console);
        for (long told = 0; ;)
        {
            // Read before the events: what the run did to come here is then among them.
            run = await data.Runs.FindAsync(run.Id, cancellation) ?? run;
            told = await TellAsync(run.Id, told, narrator, cancellation);
            await ShowStandingAsync(run, cancellation);
            if (run.HasEnded) return run;
            await Task.Delay(Pause, time, cancellation);
        }
    }

    private async Task<long> TellAsync(RunId id, long after, INarrator narrator, CancellationToken cancellation)
    {
        while (await data.Runs.ReadEventsAsync(id, after, Page, cancellation) is { Count: > 0 } events)
        {
            foreach (var told in events) narrator.Tell(told);
            after = events[^1].Sequence;
        }

        return after;
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
