namespace CourseGen.Runs;

/// <summary>One entry of a run's history.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Sequence">Gapless per run, from 1.</param>
/// <param name="At">When it was written, by the store's clock.</param>
/// <param name="Kind">One of <see cref="RunEventKinds"/> or a kind of the run kind's own.</param>
/// <param name="Step">The step it is about.</param>
/// <param name="Attempt">The attempt it is about.</param>
/// <param name="Payload">JSON.</param>
public sealed record RunEvent(
    RunId RunId, long Sequence, DateTimeOffset At, string Kind, string? Step, int? Attempt, string Payload);

/// <summary>An event to be written: the store gives it its sequence and time.</summary>
public sealed record EventDraft(string Kind, string? Step = null, int? Attempt = null, string Payload = "{}")
{
    /// <summary>The event with which a store tells that a claim took a run from a worker that is gone.</summary>
    public static EventDraft TakenOver(Run run, string to)
    {
        ArgumentNullException.ThrowIfNull(run);
        var payload = RunJson.Write(new { From = run.LeaseOwner, To = to });
        return new EventDraft(RunEventKinds.RunTakenOver, run.Step, run.Step is null ? null : run.Attempt, payload);
    }
}

/// <summary>The written-out event kinds of the engine itself.</summary>
public static class RunEventKinds
{
    /// <summary>The run began; payload: kind, title, input.</summary>
    public const string RunCreated = "run_created";

    /// <summary>A step was entered. Written once per attempt, not per crash repeat; again where a blocked attempt goes on.</summary>
    public const string StepStarted = "step_started";

    /// <summary>A step passed; payload: result.</summary>
    public const string StepPassed = "step_passed";

    /// <summary>A step failed; payload: codes, result.</summary>
    public const string StepFailed = "step_failed";

    /// <summary>A step met trouble outside; payload: message, retry, faults, wakeAt.</summary>
    public const string StepTrouble = "step_trouble";

    /// <summary>A step met a bug; payload: type, message, stack.</summary>
    public const string StepCrashed = "step_crashed";

    /// <summary>The run waits at a gate; payload: gate.</summary>
    public const string GateOpened = "gate_opened";

    /// <summary>A person approved; payload: gate, by, comment.</summary>
    public const string GateApproved = "gate_approved";

    /// <summary>A person rejected; payload: gate, by, comment.</summary>
    public const string GateRejected = "gate_rejected";

    /// <summary>The run ended well.</summary>
    public const string RunSucceeded = "run_succeeded";

    /// <summary>The run ended with findings; payload: codes.</summary>
    public const string RunFailed = "run_failed";

    /// <summary>The run ended blocked; payload: signature, sentence.</summary>
    public const string RunBlocked = "run_blocked";

    /// <summary>The run was cancelled.</summary>
    public const string RunCancelled = "run_cancelled";

    /// <summary>A person resumed the run; payload: by.</summary>
    public const string RunResumed = "run_resumed";

    /// <summary>A worker took the run over from one that is gone; payload: from, to.</summary>
    public const string RunTakenOver = "run_taken_over";

    /// <summary>All of them; a run kind's own events have other names.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        RunCreated, StepStarted, StepPassed, StepFailed, StepTrouble, StepCrashed, GateOpened, GateApproved,
        GateRejected, RunSucceeded, RunFailed, RunBlocked, RunCancelled, RunResumed, RunTakenOver,
    ];
}
