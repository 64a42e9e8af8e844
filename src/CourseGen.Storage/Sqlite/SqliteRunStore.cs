using CourseGen.Runs;

namespace CourseGen.Storage.Sqlite;

/// <summary>Runs in SQLite: creating, finding, listing and committing. Its other parts hold leases, events and ledgers.</summary>
public sealed partial class SqliteRunStore(SqliteDatabase database, TimeProvider time) : IRunStore
{
    /// <inheritdoc/>
    public Task<Run> CreateAsync(Run run, IReadOnlyList<EventDraft> events, CancellationToken cancellation) =>
        database.WriteAsync(
            session =>
            {
                if (Find(session, run.Id) is { } there) return there;
                session.Execute(
                    """
                    INSERT INTO runs (
                        id, kind, title, status, step, attempt, gate, state, version, codes, signature, sentence,
                        faults, wake_at, created_at, updated_at)
                    VALUES (
                        @Id, @Kind, @Title, @Status, @Step, @Attempt, @Gate, @State, 1, @Codes, @Signature, @Sentence,
                        @Faults, @WakeAt, @CreatedAt, @UpdatedAt)
                    """,
                    RunRow.Of(run, time.GetUtcNow()));
                Append(session, run.Id, events);
                return Find(session, run.Id)!;
            },
            cancellation);

    /// <inheritdoc/>
    public Task<Run?> FindAsync(RunId id, CancellationToken cancellation) =>
        database.ReadAsync(session => Find(session, id), cancellation);

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
            session => [.. session.Query<RunRow>(
                $"""
                SELECT {RunRow.Columns} FROM runs
                WHERE (@Kind IS NULL OR kind = @Kind) AND (@Status IS NULL OR status = @Status)
                    AND (@Before IS NULL OR (created_at, id) < (SELECT created_at, id FROM runs WHERE id = @Before))
                ORDER BY created_at DESC, id DESC
                LIMIT @Take
                """,
                parameters).Select(row => row.ToRun())],
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Run> CommitAsync(
        Run next, string? owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(next);
        return database.WriteAsync(
            session =>
            {
                if (Update(session, next, owner) == 0) throw Conflict(Find(session, next.Id), next);
                Append(session, next.Id, events);
                return Find(session, next.Id)!;
            },
            cancellation);
    }

    private int Update(SqliteSession session, Run next, string? owner)
    {
        var now = time.GetUtcNow();
        var keeper = next.LeaseOwner is null ? null : owner;
        return session.Execute(
            """
            UPDATE runs SET
                status = @Status, step = @Step, attempt = @Attempt, gate = @Gate, state = @State,
                version = version + 1, codes = @Codes, signature = @Signature, sentence = @Sentence,
                faults = @Faults, wake_at = @WakeAt, updated_at = @UpdatedAt, lease_owner = @keeper,
                cancel_by = CASE WHEN status = 'cancelled' THEN NULL ELSE cancel_by END,
                lease_until = CASE WHEN @keeper IS NULL THEN NULL ELSE lease_until END
            WHERE id = @Id AND version = @Version
                AND (lease_owner IS @owner OR (@owner IS NULL AND lease_until <= @UpdatedAt))
            """,
            Parameters(RunRow.Of(next, now), keeper, owner));
    }

    private static Dapper.DynamicParameters Parameters(RunRow row, string? keeper, string? owner)
    {
        var parameters = new Dapper.DynamicParameters(row);
        parameters.Add("keeper", keeper);
        parameters.Add("owner", owner);
        return parameters;
    }

    private static Run? Find(SqliteSession session, RunId id) => session.Find<RunRow>(
        $"SELECT {RunRow.Columns} FROM runs WHERE id = @Id", new { Id = id.Value })?.ToRun();

    private static RunConflictException Conflict(Run? there, Run next) => new(next.Id, there switch
    {
        null => "The run is not in the store.",
        _ when there.Version != next.Version => "Somebody else changed the run meanwhile.",
        _ => "Another worker has the run.",
    });
}
