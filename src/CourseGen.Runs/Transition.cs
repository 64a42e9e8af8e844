namespace CourseGen.Runs;

/// <summary>What one commit writes: the new state of a run and the events that tell it. Pure; no effect is carried out.</summary>
internal sealed record Transition(Run Run, IReadOnlyList<EventDraft> Events)
{
    /// <summary>A move of the kind, after the event that caused it.</summary>
    public static Transition Of(Run run, StoredMove move, EventDraft cause)
    {
        var news = move.News.Select(piece => Event(piece, run.Step, run.Step is null ? null : run.Attempt));
        var next = Enter(Cleared(run) with { State = move.State }, move.Next);
        return new Transition(next, [cause, .. news, Arrival(next)]);
    }

    /// <summary>A step's result and the kind's move on it.</summary>
    public static Transition OfStep(Run run, StepResult result, StoredMove move) => Of(run, move, result switch
    {
        StepResult.Passed passed => Event(run, RunEventKinds.StepPassed, Payloads.Passed(passed)),
        StepResult.Failed failed => Event(run, RunEventKinds.StepFailed, Payloads.Failed(failed)),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "There is no such step result."),
    });

    /// <summary>Trouble outside: the same attempt again, or a person's turn.</summary>
    public static Transition OfTrouble(Run run, OutsideTrouble trouble, int maxFaults, DateTimeOffset now)
    {
        var faults = run.Faults + 1;
        var gaveUp = trouble.Rule is RetryRule.Never || faults >= maxFaults;
        DateTimeOffset? wakeAt = !gaveUp && trouble.Rule is RetryRule.After after ? now + after.Delay : null;
        var told = Event(run, RunEventKinds.StepTrouble, Payloads.Trouble(trouble, faults, wakeAt));
        var next = gaveUp ? Faulted(run, RunSignatures.OutsideTrouble, trouble.Message)
            : wakeAt is null ? run
            : Unleased(run) with { WakeAt = wakeAt };
        return new Transition(next with { Faults = faults }, [told]);
    }

    /// <summary>A bug: recorded as one, and a person's turn.</summary>
    public static Transition OfCrash(Run run, Exception bug)
    {
        var sentence = $"The step '{run.Step}' stopped on a fault of ours: {bug.GetType().Name}: {bug.Message}";
        return new Transition(
            Faulted(run, RunSignatures.StepCrashed, sentence), [Event(run, RunEventKinds.StepCrashed, Payloads.Crash(bug))]);
    }

    /// <summary>The end that a person asked for. Step and gate stay, so that resuming finds its place.</summary>
    public static Transition OfCancel(Run run) => new(
        Unleased(run) with { Status = RunStatus.Cancelled, WakeAt = null },
        [Event(run, RunEventKinds.RunCancelled, Payloads.By(run.CancelBy!))]);

    /// <summary>On at the interrupted place, with the same attempt.</summary>
    public static Transition OfResume(Run run, string by)
    {
        var next = Unleased(run) with
        {
            Status = run.Gate is null ? RunStatus.Active : RunStatus.Waiting,
            Faults = 0,
            WakeAt = null,
            Signature = null,
            Sentence = null,
            CancelBy = null,
        };
        return new Transition(next, [Event(run, RunEventKinds.RunResumed, Payloads.By(by))]);
    }

    /// <summary>The event of a piece of news, which may not be told under a name of the engine's.</summary>
    public static EventDraft Event(RunNews news, string? step, int? attempt) =>
        RunEventKinds.All.Contains(news.Kind, StringComparer.Ordinal)
            ? throw new ArgumentException($"The event kind '{news.Kind}' is the engine's own.", nameof(news))
            : new EventDraft(news.Kind, step, attempt, RunJson.Checked(news.Payload));

    private static EventDraft Event(Run run, string kind, string payload) =>
        new(kind, run.Step, run.Step is null ? null : run.Attempt, payload);

    private static Run Enter(Run run, Next next) => next switch
    {
        Next.ToStep to => run with { Status = RunStatus.Active, Step = to.Step, Attempt = to.SameAttempt ? run.Attempt : run.Attempt + 1 },
        Next.AtGate at => Unleased(run) with { Status = RunStatus.Waiting, Gate = at.Gate },
        Next.Succeeded => Unleased(run) with { Status = RunStatus.Succeeded },
        Next.Failed failed => Unleased(run) with { Status = RunStatus.Failed, Codes = failed.Codes },
        Next.Blocked blocked => Unleased(run) with
        {
            Status = RunStatus.Blocked,
            Signature = blocked.Signature,
            Sentence = blocked.Sentence,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(next), next, "There is no such way to go."),
    };

    private static EventDraft Arrival(Run run) => run.Status switch
    {
        RunStatus.Active => Event(run, RunEventKinds.StepStarted, "{}"),
        RunStatus.Waiting => new EventDraft(RunEventKinds.GateOpened, Payload: Payloads.Gate(run.Gate!)),
        RunStatus.Succeeded => new EventDraft(RunEventKinds.RunSucceeded),
        RunStatus.Failed => new EventDraft(RunEventKinds.RunFailed, Payload: Payloads.Codes(run.Codes)),
        _ => new EventDraft(RunEventKinds.RunBlocked, Payload: Payloads.Reason(run.Signature!, run.Sentence!)),
    };

    private static Run Cleared(Run run) => run with
    {
        Step = null,
        Gate = null,
        Codes = [],
        Signature = null,
        Sentence = null,
        Faults = 0,
        WakeAt = null,
    };

    private static Run Unleased(Run run) => run with { LeaseOwner = null, LeaseUntil = null };

    private static Run Faulted(Run run, string signature, string sentence) => Unleased(run) with
    {
        Status = RunStatus.Faulted,
        WakeAt = null,
        Signature = signature,
        Sentence = sentence,
    };
}
