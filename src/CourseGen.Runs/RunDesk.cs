namespace CourseGen.Runs;

/// <summary>What people do with runs. Every method is one decision and one commit; none executes a step.</summary>
public sealed class RunDesk(IRunStore store, RunKinds kinds, IIds ids, RunBell bell)
{
    /// <summary>Starts a run. With an id that is taken it starts nothing and returns the run that is there.</summary>
    /// <exception cref="RunRefusedException">The kind is unknown, or refuses the input.</exception>
    public async Task<Run> StartAsync(RunStart start, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(start);
        RunJson.Checked(start.Input);
        var move = kinds[start.Kind].Decide(null, new Happening.Started(start.Input));
        var run = new Run
        {
            Id = start.Id ?? new RunId(ids.Next("run")),
            Kind = start.Kind,
            Title = start.Title,
            Status = RunStatus.Active,
            State = move.State,
        };
        var created = new EventDraft(RunEventKinds.RunCreated, Payload: Payloads.Created(start));
        var transition = Transition.Of(run, move, created);
        return Rung(await store.CreateAsync(transition.Run, transition.Events, cancellation));
    }

    /// <summary>Decides at a gate.</summary>
    /// <exception cref="RunRefusedException">The run is not at this gate, or its kind refuses the decision.</exception>
    /// <exception cref="RunConflictException">Somebody else changed the run at the same moment.</exception>
    public async Task<Run> DecideGateAsync(RunId id, GateDecision decision, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var run = await FindAsync(id, cancellation);
        RefuseIfBeingCancelled(run);
        if (run.Status is not RunStatus.Waiting || !string.Equals(run.Gate, decision.Gate, StringComparison.Ordinal))
        {
            throw new RunRefusedException(
                RunRefusals.NotAtGate, $"The run does not wait at the gate '{decision.Gate}'.");
        }

        var move = kinds[run.Kind].Decide(run.State, new Happening.GateDecided(
            decision.Gate, decision.Approved, decision.Comment, decision.By));
        var kind = decision.Approved ? RunEventKinds.GateApproved : RunEventKinds.GateRejected;
        var cause = new EventDraft(kind, Payload: Payloads.Decision(decision));
        return await CommitAsync(Transition.Of(run, move, cause), cancellation);
    }

    /// <summary>
    /// Lets a run go on. A faulted or cancelled one goes on at the interrupted step or gate, with the same attempt; one
    /// that waits for trouble outside to go away tries at once; about a blocked or failed one its kind decides. One
    /// that is worked on, or ready to be, is left as it is.
    /// </summary>
    /// <exception cref="RunRefusedException">There is nothing to resume, or the kind refuses.</exception>
    /// <exception cref="RunConflictException">Somebody else changed the run at the same moment.</exception>
    public async Task<Run> ResumeAsync(RunId id, string by, CancellationToken cancellation)
    {
        var run = await FindAsync(id, cancellation);
        if (!run.HasEnded) RefuseIfBeingCancelled(run);
        return run.Status switch
        {
            RunStatus.Active when run.WakeAt is null => Rung(run),
            RunStatus.Active or RunStatus.Faulted or RunStatus.Cancelled =>
                await CommitAsync(Transition.OfResume(run, by), cancellation),
            RunStatus.Blocked or RunStatus.Failed => await CommitAsync(Reopened(run, by), cancellation),
            RunStatus.Waiting => throw new RunRefusedException(
                RunRefusals.NotResumable, $"The run waits at the gate '{run.Gate}': decide there."),
            _ => throw Ended(),
        };
    }

    /// <summary>
    /// Cancels a run: at once if nobody works on it, otherwise at the worker's next heartbeat. Returns the run as it is
    /// now; cancelling twice is cancelling once.
    /// </summary>
    /// <exception cref="RunRefusedException">The run has ended otherwise.</exception>
    public async Task<Run> CancelAsync(RunId id, string by, CancellationToken cancellation)
    {
        var run = await FindAsync(id, cancellation);
        if (run.Status is RunStatus.Cancelled) return run;
        if (!await store.RequestCancelAsync(id, by, cancellation)) throw Ended();
        await DeadOwners.ForfeitAsync(store, run, cancellation);
        run = await FindAsync(id, cancellation);
        if (run.HasEnded) return run;
        try
        {
            return await CommitAsync(Transition.OfCancel(run), cancellation);
        }
        catch (RunConflictException)
        {
            // A worker has the run. The request is durable, and the worker or whoever comes after it carries it out.
            return Rung(await FindAsync(id, cancellation));
        }
    }

    private Transition Reopened(Run run, string by) => Transition.Of(
        run,
        kinds[run.Kind].Decide(run.State, new Happening.Resumed(by)),
        new EventDraft(RunEventKinds.RunResumed, Payload: Payloads.By(by)));

    private async Task<Run> CommitAsync(Transition transition, CancellationToken cancellation) =>
        Rung(await store.CommitAsync(transition.Run, owner: null, transition.Events, cancellation));

    private async Task<Run> FindAsync(RunId id, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation)
        ?? throw new RunRefusedException(RunRefusals.UnknownRun, $"There is no run '{id}'.");

    private static void RefuseIfBeingCancelled(Run run)
    {
        if (run.CancelRequested)
            throw new RunRefusedException(RunRefusals.BeingCancelled, "The run is being cancelled.");
    }

    private static RunRefusedException Ended() => new(RunRefusals.Ended, "The run has ended.");

    private Run Rung(Run run)
    {
        bell.Ring();
        return run;
    }
}
