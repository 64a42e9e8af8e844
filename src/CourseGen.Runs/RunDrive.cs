namespace CourseGen.Runs;

/// <summary>
/// Works on one run under one lease: executes its steps one after another and commits every result, until the run
/// waits, sleeps or ends. The only place that takes any exception of a step for a bug.
/// </summary>
internal sealed class RunDrive(LeaseTerms terms, IRunKind kind, int maxFaults)
{
    /// <exception cref="OperationCanceledException">The worker shall stop; the lease was given back.</exception>
    /// <exception cref="RunConflictException">Another worker took the run over.</exception>
    public async Task DriveAsync(Run run, Claim claim, CancellationToken stop)
    {
        await using var lease = new LeaseKeeper(terms, run.Id, claim, stop);
        try
        {
            // Whatever makes the run wait or sleep gives the lease back in the same commit.
            while (run.HasWork && string.Equals(run.LeaseOwner, lease.Owner, StringComparison.Ordinal))
            {
                stop.ThrowIfCancellationRequested();
                run = await AdvanceAsync(run, lease, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await terms.Store.ReleaseAsync(run.Id, lease.Owner, CancellationToken.None);
            throw;
        }
    }

    private async Task<Run> AdvanceAsync(Run run, LeaseKeeper lease, CancellationToken stop)
    {
        var transition = run.CancelRequested ? Transition.OfCancel(run) : await ExecuteAsync(run, lease, stop);
        // Without a transition the step was cancelled, and the run is read again to learn by whom. A result is
        // committed even if the worker shall stop: it was worked for.
        return transition is null
            ? await terms.Store.FindAsync(run.Id, stop) ?? throw Gone(run)
            : await terms.Store.CommitAsync(transition.Run, lease.Owner, transition.Events, CancellationToken.None);
    }

    private async Task<Transition?> ExecuteAsync(Run run, LeaseKeeper lease, CancellationToken stop)
    {
        try
        {
            var call = new StepCall(run, run.Step!, new StepRecords(terms.Store, run, lease.Work));
            var result = await kind.ExecuteAsync(call, lease.Work);
            return Transition.OfStep(run, result, kind.Decide(run.State, new Happening.StepEnded(run.Step!, result)));
        }
        catch (Exception end) when (lease.Work.IsCancellationRequested)
        {
            // The work was ended from outside, and a step may show that by any exception at all.
            lease.ThrowIfLost();
            if (lease.CancelRequested) return null;
            throw new OperationCanceledException("The work on the run was ended.", end, stop);
        }
        catch (OutsideTrouble trouble)
        {
            return Transition.OfTrouble(run, trouble, maxFaults, await terms.Store.NowAsync(CancellationToken.None));
        }
        catch (RunConflictException conflict) when (conflict.Run == run.Id)
        {
            throw;
        }
        catch (Exception bug)
        {
            return Transition.OfCrash(run, bug);
        }
    }

    private static RunConflictException Gone(Run run) => new(run.Id, "The run is not in the store any more.");
}
