using CourseGen.Runs;

namespace CourseGen.Cli.Live;

/// <summary>Everything that happens to one run, told to a narrator: in order, and each event once.</summary>
internal sealed class RunStory(IRunStore store, RunId run, INarrator narrator)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private const int Page = 200;

    private long _last;

    /// <summary>Tells what was not told yet.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        while (await store.ReadEventsAsync(run, _last, Page, cancellation) is { Count: > 0 } events)
        {
            foreach (var told in events) narrator.Tell(told);
            _last = events[^1].Sequence;
        }
    }

    /// <summary>Drives the run in this process, and tells meanwhile, until it waits for a person or ends. Returns it as it is then.</summary>
    public async Task<Run> DriveAsync(RunLoop loop, CancellationToken cancellation)
    {
        var drive = loop.RunOneAsync(run, cancellation);
        while (!drive.IsCompleted)
        {
            await Task.WhenAny(drive, Task.Delay(Pause, TimeProvider.System, CancellationToken.None));
            await TellAsync(CancellationToken.None);
        }

        var driven = await drive;
        await TellAsync(CancellationToken.None);
        return driven;
    }
}
