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

    /// <summary>
    /// Works on whatever is there, several runs at once, until it is stopped. While the store is in trouble it pauses
    /// and tells <see cref="RunLoopOptions.OnTrouble"/>.
    /// </summary>
    /// <exception cref="OutsideTrouble">The store is in trouble that will not go away by itself.</exception>
    public async Task RunAllAsync(CancellationToken stop)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var slots = Enumerable.Range(0, options.Parallel).Select(_ => WorkAsync(all)).ToArray();
        await Task.WhenAll(slots);
    }

    // One slot that stops on a fault stops the others, so that the caller learns of it.
    private async Task WorkAsync(CancellationTokenSource all)
    {
        try
        {
            while (!all.IsCancellationRequested)
                await WorkOrWaitAsync(all.Token);
        }
        catch (OperationCanceledException) when (all.IsCancellationRequested)
        {
            // That is how a slot is stopped.
        }
        finally
        {
            await all.CancelAsync();
        }
    }

    private async Task WorkOrWaitAsync(CancellationToken stop)
    {
        // Taken before looking, so that a ring between looking and waiting is not missed.
        var ring = worker.Bell.NextRing;
        try
        {
            await DeadOwners.ForfeitAllAsync(store, stop);
            var claim = worker.NewClaim(options.Lease);
            var run = await store.ClaimNextAsync(kinds.Names, claim, stop);
            if (run is not null) await NewDrive(run).DriveAsync(run, claim, stop);
            else await Task.WhenAny(ring, Task.Delay(options.IdlePoll, worker.Time, stop));
        }
        catch (RunConflictException)
        {
            // Another worker took the run over; it is in good hands.
        }
        catch (OutsideTrouble trouble) when (trouble.Rule.PauseOr(options.IdlePoll) is { } pause)
        {
            options.OnTrouble(trouble);
            await Task.Delay(pause, worker.Time, stop);
        }
    }

    private async Task DriveAsync(Run run, CancellationToken stop)
    {
        var drive = NewDrive(run);
        await DeadOwners.ForfeitAsync(store, run, stop);
        var claim = worker.NewClaim(options.Lease);
        if (await store.ClaimAsync(run.Id, claim, stop) is { } claimed)
            await drive.DriveAsync(claimed, claim, stop);
        else if (await store.FindAsync(run.Id, stop) is { HasWork: true, LeaseOwner: not null })
            throw new RunConflictException(run.Id, "Another worker has the run.");
    }

    // In short naps, because a sleeping run may be cancelled or resumed by somebody else.
    private Task NapAsync(TimeSpan rest, CancellationToken stop) =>
        Task.Delay(rest < options.IdlePoll ? rest : options.IdlePoll, worker.Time, stop);

    private RunDrive NewDrive(Run run) => new(_terms, kinds[run.Kind], options.MaxFaults);
}
