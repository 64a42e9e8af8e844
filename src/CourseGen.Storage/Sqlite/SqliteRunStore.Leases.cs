using CourseGen.Runs;

namespace CourseGen.Storage.Sqlite;

/// <content>Leases and the request to cancel.</content>
public sealed partial class SqliteRunStore
{
    private const string HasWork =
        "(status = 'active' OR (cancel_by IS NOT NULL AND status IN ('waiting', 'faulted')))";

    private const string IsFree = "(lease_owner IS NULL OR lease_until <= @Now)";

    /// <inheritdoc/>
    public async Task<Run?> ClaimNextAsync(
        IReadOnlyCollection<string> kinds, Claim claim, CancellationToken cancellation)
    {
        // Looked for without the write lock first: idle workers do not keep others from writing.
        var now = SqliteTime.Write(time.GetUtcNow());
        return await database.ReadAsync(session => NextFree(session, kinds, now), cancellation) is null
            ? null
            : await database.WriteAsync(
                session => NextFree(session, kinds, now) is { } next ? Take(session, next, claim) : null,
                cancellation);
    }

    /// <inheritdoc/>
    public Task<Run?> ClaimAsync(RunId id, Claim claim, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            var free = session.Find<RunRow>(
                $"SELECT {RunRow.Columns} FROM runs WHERE id = @Id AND {HasWork} AND {IsFree}",
                new { Id = id.Value, Now = SqliteTime.Write(time.GetUtcNow()) });
            return free is null ? null : Take(session, free, claim);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<LeaseState> RenewAsync(RunId id, Claim claim, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return database.WriteAsync(
            session =>
            {
                // A lease that ran out but that nobody took is as good as before: its owner is still the only one.
                var held = session.Execute(
                    "UPDATE runs SET lease_until = @Until WHERE id = @Id AND lease_owner = @Owner",
                    new { Id = id.Value, claim.Owner, Until = SqliteTime.Write(time.GetUtcNow() + claim.Length) });
                if (held == 0) return LeaseState.Lost;
                return Find(session, id)!.CancelRequested ? LeaseState.CancelRequested : LeaseState.Held;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(RunId id, string owner, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            session.Execute(
                "UPDATE runs SET lease_owner = NULL, lease_until = NULL WHERE id = @Id AND lease_owner = @Owner",
                new { Id = id.Value, Owner = owner });
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LeaseOwnersAsync(CancellationToken cancellation) => database.ReadAsync(
        session => session.Query<string>(
            """
            SELECT DISTINCT lease_owner FROM runs
            WHERE lease_owner IS NOT NULL AND lease_until > @Now
            ORDER BY lease_owner
            """,
            new { Now = SqliteTime.Write(time.GetUtcNow()) }),
        cancellation);

    /// <inheritdoc/>
    public Task ForfeitAsync(string owner, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            // The owner stays written, so that the next claim tells from whom it took the run over.
            session.Execute(
                "UPDATE runs SET lease_until = @Now WHERE lease_owner = @Owner AND lease_until > @Now",
                new { Owner = owner, Now = SqliteTime.Write(time.GetUtcNow()) });
        },
        cancellation);

    /// <inheritdoc/>
    public Task<bool> RequestCancelAsync(RunId id, string by, CancellationToken cancellation) => database.WriteAsync(
        session => session.Execute(
            """
            UPDATE runs SET cancel_by = coalesce(cancel_by, @By)
            WHERE id = @Id AND status IN ('active', 'waiting', 'faulted')
            """,
            new { Id = id.Value, By = by }) > 0,
        cancellation);

    private static RunRow? NextFree(SqliteSession session, IReadOnlyCollection<string> kinds, string now) =>
        session.Find<RunRow>(
            $"""
            SELECT {RunRow.Columns} FROM runs
            WHERE kind IN @Kinds AND {HasWork} AND {IsFree}
                AND (wake_at IS NULL OR wake_at <= @Now OR cancel_by IS NOT NULL)
            ORDER BY updated_at, id
            LIMIT 1
            """,
            new { Kinds = kinds, Now = now });

    private Run Take(SqliteSession session, RunRow free, Claim claim)
    {
        var before = free.ToRun();
        session.Execute(
            "UPDATE runs SET lease_owner = @Owner, lease_until = @Until WHERE id = @Id",
            new { free.Id, claim.Owner, Until = SqliteTime.Write(time.GetUtcNow() + claim.Length) });
        if (before.LeaseOwner is not null) Append(session, before.Id, [EventDraft.TakenOver(before, claim.Owner)]);
        return Find(session, before.Id)!;
    }
}
