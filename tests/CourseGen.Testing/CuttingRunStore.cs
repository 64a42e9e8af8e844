using CourseGen.Runs;

namespace CourseGen.Testing;

/// <summary>A run store on a machine whose power may be cut.</summary>
public sealed class CuttingRunStore(IRunStore store, PowerCut power) : IRunStore
{
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellation) => Powered().NowAsync(cancellation);

    public Task<Run> CreateAsync(Run run, IReadOnlyList<EventDraft> events, CancellationToken cancellation) =>
        power.AroundAsync(() => store.CreateAsync(run, events, cancellation));

    public Task<Run?> FindAsync(RunId id, CancellationToken cancellation) =>
        Powered().FindAsync(id, cancellation);

    public Task<IReadOnlyList<Run>> ListAsync(RunQuery query, CancellationToken cancellation) =>
        Powered().ListAsync(query, cancellation);

    public Task<IReadOnlyList<Run>> ListReadyAsync(
        IReadOnlyCollection<string> kinds, int take, CancellationToken cancellation) =>
        Powered().ListReadyAsync(kinds, take, cancellation);

    public Task<Run?> ClaimAsync(RunId id, Claim claim, CancellationToken cancellation) =>
        power.AroundAsync(() => store.ClaimAsync(id, claim, cancellation));

    public Task<LeaseState> RenewAsync(RunId id, Claim claim, CancellationToken cancellation) =>
        power.AroundAsync(() => store.RenewAsync(id, claim, cancellation));

    public Task ReleaseAsync(RunId id, string owner, CancellationToken cancellation) =>
        power.AroundAsync(() => store.ReleaseAsync(id, owner, cancellation));

    public Task<IReadOnlyList<string>> LeaseOwnersAsync(CancellationToken cancellation) =>
        Powered().LeaseOwnersAsync(cancellation);

    public Task ForfeitAsync(string owner, CancellationToken cancellation) =>
        power.AroundAsync(() => store.ForfeitAsync(owner, cancellation));

    public Task<Run> CommitAsync(
        Run next, string? owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation) =>
        power.AroundAsync(() => store.CommitAsync(next, owner, events, cancellation));

    public Task AppendAsync(
        RunId id, string owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation) =>
        power.AroundAsync(() => store.AppendAsync(id, owner, events, cancellation));

    public Task<IReadOnlyList<RunEvent>> ReadEventsAsync(
        RunId id, long after, int take, CancellationToken cancellation) =>
        Powered().ReadEventsAsync(id, after, take, cancellation);

    public Task<bool> RequestCancelAsync(RunId id, string by, CancellationToken cancellation) =>
        power.AroundAsync(() => store.RequestCancelAsync(id, by, cancellation));

    public Task<string?> FindItemAsync(RunId id, string key, CancellationToken cancellation) =>
        Powered().FindItemAsync(id, key, cancellation);

    public Task SaveItemAsync(
        RunItem item, string owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation) =>
        power.AroundAsync(() => store.SaveItemAsync(item, owner, events, cancellation));

    public Task<string?> FindCallAsync(CallKey key, CancellationToken cancellation) =>
        Powered().FindCallAsync(key, cancellation);

    public Task<string> RecordCallAsync(CallKey key, string answer, CancellationToken cancellation) =>
        power.AroundAsync(() => store.RecordCallAsync(key, answer, cancellation));

    public Task<IReadOnlyList<RecordedCall>> ReadCallsAsync(
        RunId id, long after, int take, CancellationToken cancellation) =>
        Powered().ReadCallsAsync(id, after, take, cancellation);

    private IRunStore Powered()
    {
        power.NeedPower();
        return store;
    }
}
