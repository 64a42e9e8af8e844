namespace CourseGen.Runs;

/// <summary>
/// A worker: claims runs, executes their steps, commits the results. Everything it knows is in the store, so it may die
/// at any moment.
/// </summary>
public sealed class RunLoop(IRunStore store, RunKinds kinds, RunWorker worker, RunLoopOptions options)
{
    private readonly LeaseTerms _terms = new(store, worker.Time, options.Heartbeat);

    /// <summary>Drives one run until it waits for a person or ends, sleeping through its delays, and returns it.</summary>
    /// <exception cref="RunConflictException">Another living worker has the run.</exception>
    /// <exception cref="RunRefusedException">There is no such run, or its kind is unknown here.</exception>
    /// <exception cref="OperationCanceledException">The caller stopped it; the run stays active.</exception>
    public async Task<Run> RunOneAsync(RunId id, CancellationToken stop)
    {
        while (true)
        {
            var run = await store.FindAsync(id, stop)
                ?? throw new RunRefusedException(RunRefusals.UnknownRun, $"There is no run '{id}'.");
            if (!run.HasWork) return run;
            var now = await store.NowAsync(stop);
            if (run.IsDue(now)) await DriveAsync(run, stop);
            else await NapAsync(run.WakeAt!.Value - now, stop);
        }
    }

    /// <summary>
    /// Works on one run as far as it goes now: until it waits, sleeps or ends. Returns at once if there is nothing to do,
    /// or if another living worker has it.
    /// </summary>
    public async Task RunNowAsync(RunId id, CancellationToken stop)
    {
        try
        {
            if (await store.FindAsync(id, stop) is { HasWork: true } run && run.IsDue(await store.NowAsync(stop)))
                await DriveAsync(run, stop);
        }
        catch (RunConflictException)
        {
            // It is in good hands.
        }
    }

    /// <summary>Runs of this process's kinds that a worker may begin with, those of dead workers of this machine too.</summary>
    /// <param name="only">The kinds to look for; empty: all that this process knows.</param>
    public async Task<IReadOnlyList<Run>> FindReadyAsync(IReadOnlyCollection<string> only, int take, CancellationToken stop)
    {
        await DeadOwners.ForfeitAllAsync(store, stop);
        return await store.ListReadyAsync(only is { Count: 0 } ? kinds.Names : only, take, stop);
    }

    private async Task DriveAsync(Run run, CancellationToken stop)
    {
        var drive = new RunDrive(_terms, kinds[run.Kind], options.MaxFaults);
        await DeadOwners.ForfeitAsync(store, run, stop);
        var claim = worker.NewClaim(options.Lease);
        if (await store.ClaimAsync(run.Id, claim, stop) is { } claimed)
            await drive.DriveAsync(claimed, claim, stop);
        else if (await store.FindAsync(run.Id, stop) is { HasWork: true, LeaseOwner: not null })
            throw new RunConflictException(run.Id, "Another worker has the run.");
    }

    private Task NapAsync(TimeSpan rest, CancellationToken stop) =>
        Task.Delay(rest < options.Nap ? rest : options.Nap, worker.Time, stop);
}
