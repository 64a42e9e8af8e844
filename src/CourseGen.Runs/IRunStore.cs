namespace CourseGen.Runs;

/// <summary>
/// Where runs are kept. Every method is one transaction. Time is the store's: leases end and sleeping runs wake by its
/// clock alone. A store that cannot do its work throws <see cref="OutsideTrouble"/>.
/// </summary>
public interface IRunStore
{
    /// <summary>The time by the store's clock, which is the same for the workers of every machine.</summary>
    Task<DateTimeOffset> NowAsync(CancellationToken cancellation);

    /// <summary>Writes a new run (version 1) and its first events. If the id is taken, returns the run that is there.</summary>
    Task<Run> CreateAsync(Run run, IReadOnlyList<EventDraft> events, CancellationToken cancellation);

    /// <summary>The run, or null.</summary>
    Task<Run?> FindAsync(RunId id, CancellationToken cancellation);

    /// <summary>One page of runs, the newest first.</summary>
    Task<IReadOnlyList<Run>> ListAsync(RunQuery query, CancellationToken cancellation);

    /// <summary>Runs that a worker may work on now and that nobody holds, the one that has waited longest first.</summary>
    Task<IReadOnlyList<Run>> ListReadyAsync(IReadOnlyCollection<string> kinds, int take, CancellationToken cancellation);

    /// <summary>
    /// Takes this run, whether its <see cref="Run.WakeAt"/> has come or not. Null if there is nothing to work on or
    /// somebody else holds it.
    /// </summary>
    Task<Run?> ClaimAsync(RunId id, Claim claim, CancellationToken cancellation);

    /// <summary>Lengthens a lease, and tells what the worker has to know.</summary>
    Task<LeaseState> RenewAsync(RunId id, Claim claim, CancellationToken cancellation);

    /// <summary>Gives a lease back, if this owner still has it.</summary>
    Task ReleaseAsync(RunId id, string owner, CancellationToken cancellation);

    /// <summary>Everybody who holds a lease now.</summary>
    Task<IReadOnlyList<string>> LeaseOwnersAsync(CancellationToken cancellation);

    /// <summary>Ends all leases of an owner that is known to be dead.</summary>
    Task ForfeitAsync(string owner, CancellationToken cancellation);

    /// <summary>
    /// Writes a new state of a run and its events, both or neither, and returns the run as it is now. The lease is kept
    /// if <see cref="Run.LeaseOwner"/> of the new state is, and given back if it is null.
    /// </summary>
    /// <remarks>
    /// The store keeps <see cref="Run.CancelBy"/> as it is, unless the stored run is cancelled: then resuming clears it.
    /// </remarks>
    /// <param name="next">The new state; its version is the one it builds on.</param>
    /// <param name="owner">The lease owner who writes; null: a person, for which nobody may hold a lease.</param>
    /// <param name="events">What happened.</param>
    /// <param name="cancellation">Ends the wait for the store.</param>
    /// <exception cref="RunConflictException">The version or the lease is not what it was.</exception>
    Task<Run> CommitAsync(Run next, string? owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation);

    /// <summary>Appends events to a run that this owner holds.</summary>
    /// <exception cref="RunConflictException">Somebody else holds it by now.</exception>
    Task AppendAsync(RunId id, string owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation);

    /// <summary>Events with a sequence greater than <paramref name="after"/>, in order.</summary>
    Task<IReadOnlyList<RunEvent>> ReadEventsAsync(RunId id, long after, int take, CancellationToken cancellation);

    /// <summary>Asks for a run to be cancelled. False if there is no such run or it has ended.</summary>
    Task<bool> RequestCancelAsync(RunId id, string by, CancellationToken cancellation);

    /// <summary>The checkpoint under a key, or null.</summary>
    Task<string?> FindItemAsync(RunId id, string key, CancellationToken cancellation);

    /// <summary>Writes a checkpoint and its events, both or neither, into a run that this owner holds.</summary>
    /// <exception cref="RunConflictException">Somebody else holds it by now.</exception>
    Task SaveItemAsync(
        RunItem item, string owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation);

    /// <summary>The recorded answer to a call, or null.</summary>
    Task<string?> FindCallAsync(CallKey key, CancellationToken cancellation);

    /// <summary>
    /// Records an answer (JSON) and returns the one that stands: the first that was recorded. It needs no lease, because an
    /// answer that was paid for is kept whoever works on the run by now.
    /// </summary>
    Task<string> RecordCallAsync(CallKey key, string answer, CancellationToken cancellation);

    /// <summary>The recorded calls of a run in the order they were recorded.</summary>
    Task<IReadOnlyList<RecordedCall>> ReadCallsAsync(RunId id, long after, int take, CancellationToken cancellation);
}
