namespace CourseGen.Runs;

/// <summary>One durable piece of work, as it is stored. A new state of it is a new record.</summary>
public sealed record Run
{
    /// <summary>The identity.</summary>
    public required RunId Id { get; init; }

    /// <summary>The written-out name of the run kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What lists show. Databases do not keep a null character in a text, so it becomes U+FFFD.</summary>
    public required string Title { get; init => field = value.Replace('\0', '\uFFFD'); }

    /// <summary>Where the run stands.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>The step to execute, or the one a faulted or cancelled run was interrupted at; otherwise null.</summary>
    public string? Step { get; init; }

    /// <summary>
    /// How many steps were entered so far. Only the commit that enters a step raises it, so (run, step, attempt) is the
    /// same before and after a crash, and where a kind goes on with a step at which the run was blocked.
    /// </summary>
    public int Attempt { get; init; }

    /// <summary>The gate a waiting run stands at, or a cancelled one stood at; otherwise null.</summary>
    public string? Gate { get; init; }

    /// <summary>The state of the kind, as JSON.</summary>
    public required string State { get; init; }

    /// <summary>Raised by every commit; a commit states the version it builds on.</summary>
    public long Version { get; init; }

    /// <summary>The finding codes of a <see cref="RunStatus.Failed"/> run; otherwise empty.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Why a <see cref="RunStatus.Blocked"/> or <see cref="RunStatus.Faulted"/> run stopped, as a code; the engine's own are in <see cref="RunSignatures"/>.</summary>
    public string? Signature { get; init; }

    /// <summary>The same in plain words, which may be other people's; null characters become U+FFFD.</summary>
    public string? Sentence { get; init => field = value?.Replace('\0', '\uFFFD'); }

    /// <summary>How often in a row the current step met trouble outside.</summary>
    public int Faults { get; init; }

    /// <summary>Not to be claimed before this time; null: at once.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>Who asked for the run to be cancelled. Commits leave it alone, except that resuming clears it.</summary>
    public string? CancelBy { get; init; }

    /// <summary>Whether somebody asked for the run to be cancelled.</summary>
    public bool CancelRequested => CancelBy is not null;

    /// <summary>When the run was created. Written by the store.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the run was last committed. Written by the store.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who works on the run, or did when its lease ended; null: nobody.</summary>
    public string? LeaseOwner { get; init; }

    /// <summary>Until when the lease holds unless it is renewed.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Whether the run is over: nothing will happen to it unless a person resumes it.</summary>
    public bool HasEnded => Status
        is RunStatus.Succeeded or RunStatus.Failed or RunStatus.Blocked or RunStatus.Cancelled;

    /// <summary>Whether there is something for a worker to do, now or at <see cref="WakeAt"/>.</summary>
    public bool HasWork => Status is RunStatus.Active || (CancelRequested && !HasEnded);

    /// <summary>Whether a worker may begin at this time.</summary>
    public bool IsDue(DateTimeOffset now) => CancelRequested || WakeAt is null || WakeAt <= now;
}
