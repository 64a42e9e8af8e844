using CourseGen.Runs;

namespace CourseGen.Storage.Sqlite;

/// <content>Checkpoints and recorded calls.</content>
public sealed partial class SqliteRunStore
{
    private const string OfCall = "run_id = @RunId AND step = @Step AND attempt = @Attempt AND key = @Key";

    /// <inheritdoc/>
    public Task<string?> FindItemAsync(RunId id, string key, CancellationToken cancellation) => database.ReadAsync(
        session => session.Scalar<string>(
            "SELECT json FROM run_items WHERE run_id = @Id AND key = @Key", new { Id = id.Value, Key = key }),
        cancellation);

    /// <inheritdoc/>
    public Task SaveItemAsync(
        RunItem item, string owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        return database.WriteAsync(
            session =>
            {
                RequireLease(session, item.Run, owner);
                session.Execute(
                    """
                    INSERT INTO run_items (run_id, key, json, saved_at) VALUES (@Id, @Key, @Json, @Now)
                    ON CONFLICT (run_id, key) DO UPDATE SET json = excluded.json, saved_at = excluded.saved_at
                    """,
                    new { Id = item.Run.Value, item.Key, item.Json, Now = SqliteTime.Write(time.GetUtcNow()) });
                Append(session, item.Run, events);
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<string?> FindCallAsync(CallKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        return database.ReadAsync(session => Answer(session, key), cancellation);
    }

    /// <inheritdoc/>
    public Task<string> RecordCallAsync(CallKey key, string answer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        var call = new
        {
            RunId = key.Run.Value,
            key.Step,
            key.Attempt,
            key.Key,
            Answer = answer,
            Now = SqliteTime.Write(time.GetUtcNow()),
        };
        return database.WriteAsync(
            session =>
            {
                session.Execute(
                    """
                    INSERT INTO run_calls (run_id, step, attempt, key, answer, recorded_at)
                    VALUES (@RunId, @Step, @Attempt, @Key, @Answer, @Now)
                    ON CONFLICT (run_id, step, attempt, key) DO NOTHING
                    """,
                    call);
                return Answer(session, key)!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedCall>> ReadCallsAsync(
        RunId id, long after, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<RecordedCall>>(
            session => [.. session.Query<CallRow>(
                """
                SELECT number, step, attempt, key, answer, recorded_at FROM run_calls
                WHERE run_id = @Id AND number > @After
                ORDER BY number
                LIMIT @Take
                """,
                new { Id = id.Value, After = after, Take = take }).Select(row => row.ToCall(id))],
            cancellation);

    private static string? Answer(SqliteSession session, CallKey key) => session.Scalar<string>(
        $"SELECT answer FROM run_calls WHERE {OfCall}",
        new { RunId = key.Run.Value, key.Step, key.Attempt, key.Key });

    private sealed class CallRow
    {
        public long Number { get; init; }

        public string Step { get; init; } = "";

        public int Attempt { get; init; }

        public string Key { get; init; } = "";

        public string Answer { get; init; } = "";

        public string RecordedAt { get; init; } = "";

        public RecordedCall ToCall(RunId id) =>
            new(Number, new CallKey(id, Step, Attempt, Key), Answer, SqliteTime.Read(RecordedAt));
    }
}
