namespace CourseGen.Runs;

/// <summary>Ends the leases of processes of this machine that are provably gone, so that nobody waits for them.</summary>
internal static class DeadOwners
{
    public static async Task ForfeitAsync(IRunStore store, Run run, CancellationToken cancellation)
    {
        if (run.LeaseOwner is { } owner && ProcessMark.IsDead(owner)) await store.ForfeitAsync(owner, cancellation);
    }

    public static async Task ForfeitAllAsync(IRunStore store, CancellationToken cancellation)
    {
        foreach (var owner in await store.LeaseOwnersAsync(cancellation))
        {
            if (ProcessMark.IsDead(owner)) await store.ForfeitAsync(owner, cancellation);
        }
    }
}
