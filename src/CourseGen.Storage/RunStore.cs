using System.Data;
using CourseGen.Runs;

namespace CourseGen.Storage;

/// <summary>Runs: creating, finding, listing and committing. Its other parts hold leases, events and ledgers.</summary>
/// <remarks>A transaction keeps the row of its run before anything else, so those on one run come one after another.</remarks>
public sealed partial class RunStore(Database database) : IRunStore
{
    /// <inheritdoc/>
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellation) =>
        database.ReadAsync(session => session.NowAsync(), cancellation);

    /// <inheritdoc/>
    public Task<Run> CreateAsync(Run run, IReadOnlyList<EventDraft> events, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                var created = await session.ExecuteAsync(
                    """
                    INSERT INTO runs (
                        id, kind, title, status, step, attempt, gate, state, version, codes, signature, sentence,
                        faults, wake_at, created_at, updated_at)
                    VALUES (
                        @Id, @Kind, @Title, @Status, @Step, @Attempt, @Gate, @State, 1, @Codes, @Signature, @Sentence,
                        @Faults, @WakeAt, @CreatedAt, @UpdatedAt)
                    ON CONFLICT (id) DO NOTHING
                    """,
                    RunRow.Of(run, await session.NowAsync()));
                if (created > 0) await AppendAsync(session, run.Id, events);
                return (await FindAsync(session, run.Id))!;
            },
            cancellation);

    /// <inheritdoc/>
    public Task<Run?> FindAsync(RunId id, CancellationToken cancellation) =>
        database.ReadAsync(session => FindAsync(session, id), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Run>> ListAsync(RunQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parameters = new
        {
            query.Kind,
            Status = query.Status is { } status ? RunStatusNames.Of(status) : null,
            Before = query.Before?.Value,
            query.Take,
        };
        return database.ReadAsync<IReadOnlyList<Run>>(
            async session => [.. (await session.QueryAsync<RunRow>(
                $"""
                SELECT {RunRow.Columns} FROM runs
                WHERE (@Kind IS NULL OR kind = @Kind) AND (@Status IS NULL OR status = @Status)
                    AND (@Before IS NULL OR (created_at, id) < (SELECT created_at, id FROM runs WHERE id = @Before))
                ORDER BY created_at DESC, id DESC
                LIMIT @Take
                """,
                parameters)).Select(row => row.ToRun())],
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Run> CommitAsync(
        Run next, string? owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(next);
        return database.WriteAsync(
            async session =>
            {
                var written = await UpdateAsync(session, next, owner);
                if (written is null && await WasKeptAsync(session, next.Id)) return (await FindAsync(session, next.Id))!;
                if (written is null) throw Conflict(await FindAsync(session, next.Id), next);
                await AppendAsync(session, next.Id, events);
                return written.ToRun();
            },
            cancellation);
    }

    private static async Task<RunRow?> UpdateAsync(Session session, Run next, string? owner)
    {
        var parameters = new Dapper.DynamicParameters(RunRow.Of(next, await session.NowAsync()));
        parameters.Add("Keeper", next.LeaseOwner is null ? null : owner, DbType.String);
        parameters.Add("Owner", owner, DbType.String);
        return await session.FindAsync<RunRow>(
            $"""
            UPDATE runs SET
                status = @Status, step = @Step, attempt = @Attempt, gate = @Gate, state = @State,
                version = version + 1, codes = @Codes, signature = @Signature, sentence = @Sentence,
                faults = @Faults, wake_at = @WakeAt, updated_at = @UpdatedAt, lease_owner = @Keeper,
                cancel_by = CASE WHEN status = 'cancelled' THEN NULL ELSE cancel_by END,
                lease_until = CASE WHEN @Keeper IS NULL THEN NULL ELSE lease_until END
            WHERE id = @Id AND version = @Version
                AND (lease_owner = @Owner OR (@Owner IS NULL AND (lease_owner IS NULL OR lease_until <= @UpdatedAt)))
            RETURNING {RunRow.Columns}
            """,
            parameters);
    }

    private static async Task<Run?> FindAsync(Session session, RunId id) => (await session.FindAsync<RunRow>(
        $"SELECT {RunRow.Columns} FROM runs WHERE id = @Id", new { Id = id.Value }))?.ToRun();

    private static RunConflictException Conflict(Run? there, Run next) => new(next.Id, there switch
    {
        null => "The run is not in the store.",
        _ when there.Version != next.Version => "Somebody else changed the run meanwhile.",
        _ => "Another worker has the run.",
    });
}
