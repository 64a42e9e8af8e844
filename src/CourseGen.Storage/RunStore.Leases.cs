using CourseGen.Runs;

namespace CourseGen.Storage;

/// <content>Leases and the request to cancel.</content>
public sealed partial class RunStore
{
    // Word for word the condition of the index runs_with_work, which is used for it.
    private const string HasWork =
        "(status = 'active' OR (cancel_by IS NOT NULL AND status IN ('waiting', 'faulted')))";

    private const string IsFree = "(lease_owner IS NULL OR lease_until <= @Now)";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Run>> ListReadyAsync(
        IReadOnlyCollection<string> kinds, int take, CancellationToken cancellation) => kinds is { Count: 0 }
        ? []
        : await database.ReadAsync<IReadOnlyList<Run>>(
            async session => [.. (await session.QueryAsync<RunRow>(
                $"SELECT {RunRow.Columns} FROM runs WHERE {IsReady(session)} ORDER BY updated_at, id LIMIT @Take",
                new { Kinds = kinds.ToArray(), Take = take, Now = await session.NowAsync() })).Select(row => row.ToRun())],
            cancellation);

    /// <inheritdoc/>
    public Task<Run?> ClaimAsync(RunId id, Claim claim, CancellationToken cancellation) => database.WriteAsync(
        async session =>
        {
            if (await KeptClaimAsync(session, claim) is { } kept) return kept;
            var free = await session.FindAsync<RunRow>(
                $"SELECT {RunRow.Columns} FROM runs WHERE id = @Id AND {HasWork} AND {IsFree} {session.Dialect.KeepRow}",
                new { Id = id.Value, Now = await session.NowAsync() });
            return free is null ? null : await TakeAsync(session, free, claim);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<LeaseState> RenewAsync(RunId id, Claim claim, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return database.WriteAsync(
            async session =>
            {
                // A lease that ran out but that nobody took is as good as before: its owner is still the only one.
                var held = await session.FindAsync<RunRow>(
                    $"""
                    UPDATE runs SET lease_until = @Until WHERE id = @Id AND lease_owner = @Owner
                    RETURNING {RunRow.Columns}
                    """,
                    new { Id = id.Value, claim.Owner, Until = await session.NowAsync() + claim.Length });
                if (held is null) return LeaseState.Lost;
                return held.CancelBy is null ? LeaseState.Held : LeaseState.CancelRequested;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(RunId id, string owner, CancellationToken cancellation) => database.WriteAsync(
        session => session.ExecuteAsync(
            "UPDATE runs SET lease_owner = NULL, lease_until = NULL WHERE id = @Id AND lease_owner = @Owner",
            new { Id = id.Value, Owner = owner }),
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LeaseOwnersAsync(CancellationToken cancellation) => database.ReadAsync(
        async session => await session.QueryAsync<string>(
            """
            SELECT DISTINCT lease_owner FROM runs
            WHERE lease_owner IS NOT NULL AND lease_until > @Now
            ORDER BY lease_owner
            """,
            new { Now = await session.NowAsync() }),
        cancellation);

    /// <inheritdoc/>
    public Task ForfeitAsync(string owner, CancellationToken cancellation) => database.WriteAsync(
        async session => await session.ExecuteAsync(
            // The owner stays written, so that the next claim tells from whom it took the run over.
            "UPDATE runs SET lease_until = @Now WHERE lease_owner = @Owner AND lease_until > @Now",
            new { Owner = owner, Now = await session.NowAsync() }),
        cancellation);

    /// <inheritdoc/>
    public Task<bool> RequestCancelAsync(RunId id, string by, CancellationToken cancellation) => database.WriteAsync(
        async session => await session.ExecuteAsync(
            """
            UPDATE runs SET cancel_by = coalesce(cancel_by, @By)
            WHERE id = @Id AND status IN ('active', 'waiting', 'faulted')
            """,
            new { Id = id.Value, By = by }) > 0,
        cancellation);

    // What an earlier try of the same claim took, if it was kept after all. An owner is never two claims.
    private static async Task<Run?> KeptClaimAsync(Session session, Claim claim) => session.Mark is { MayBeKept: true }
        ? (await session.FindAsync<RunRow>($"SELECT {RunRow.Columns} FROM runs WHERE lease_owner = @Owner", new { claim.Owner }))?.ToRun()
        : null;

    private static string IsReady(Session session) =>
        $"kind {session.Dialect.AmongThe("@Kinds")} AND {HasWork} AND {IsFree} AND (wake_at IS NULL OR wake_at <= @Now OR cancel_by IS NOT NULL)";

    private static async Task<Run> TakeAsync(Session session, RunRow free, Claim claim)
    {
        var before = free.ToRun();
        await session.ExecuteAsync(
            "UPDATE runs SET lease_owner = @Owner, lease_until = @Until WHERE id = @Id",
            new { free.Id, claim.Owner, Until = await session.NowAsync() + claim.Length });
        if (before.LeaseOwner is not null) await AppendAsync(session, before.Id, [EventDraft.TakenOver(before, claim.Owner)]);
        return (await FindAsync(session, before.Id))!;
    }
}
