using CourseGen.Runs;

namespace CourseGen.Cli.Live;

/// <summary>Drives one run in this process and tells a narrator everything that happens to it, in order.</summary>
internal sealed class RunWatch(IRunStore store, RunLoop loop)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private const int Page = 200;

    /// <summary>Runs until the run waits for a person or ends.</summary>
    /// <param name="after">The last event that was told already.</param>
    /// <returns>The run as it is then, and the last event that was told.</returns>
    public async Task<(Run Run, long Last)> FollowAsync(RunId id, long after, INarrator narrator, CancellationToken cancellation)
    {
        var drive = loop.RunOneAsync(id, cancellation);
        while (!drive.IsCompleted)
        {
            await Task.WhenAny(drive, Task.Delay(Pause, TimeProvider.System, CancellationToken.None));
            after = await TellAsync(id, after, narrator);
        }

        var run = await drive;
        return (run, await TellAsync(id, after, narrator));
    }

    /// <summary>Tells everything after an event that is known, and returns the last one told.</summary>
    public async Task<long> TellAsync(RunId id, long after, INarrator narrator)
    {
        while (await store.ReadEventsAsync(id, after, Page, CancellationToken.None) is { Count: > 0 } events)
        {
            foreach (var told in events) narrator.Tell(told);
            after = events[^1].Sequence;
        }

        return after;
    }
}

/// <summary>Puts the events of a run into words.</summary>
internal interface INarrator
{
    void Tell(RunEvent told);
}
