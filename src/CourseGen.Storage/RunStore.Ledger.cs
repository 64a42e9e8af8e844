using CourseGen.Runs;

namespace CourseGen.Storage;

/// <content>Checkpoints and recorded calls.</content>
public sealed partial class RunStore
{
    private const string OfCall = "run_id = @RunId AND step = @Step AND attempt = @Attempt AND key = @Key";

    /// <inheritdoc/>
    public Task<string?> FindItemAsync(RunId id, string key, CancellationToken cancellation) => database.ReadAsync(
        session => session.ScalarAsync<string>(
            "SELECT json FROM run_items WHERE run_id = @Id AND key = @Key", new { Id = id.Value, Key = key }),
        cancellation);

    /// <inheritdoc/>
    public Task SaveItemAsync(
        RunItem item, string owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        return database.WriteAsync(
            async session =>
            {
                await RequireLeaseAsync(session, item.Run, owner);
                await session.ExecuteAsync(
                    """
                    INSERT INTO run_items (run_id, key, json, saved_at) VALUES (@Id, @Key, @Json, @Now)
                    ON CONFLICT (run_id, key) DO UPDATE SET json = excluded.json, saved_at = excluded.saved_at
                    """,
                    new { Id = item.Run.Value, item.Key, item.Json, Now = await session.NowAsync() });
                if (!await WasKeptAsync(session, item.Run)) await AppendAsync(session, item.Run, events);
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<string?> FindCallAsync(CallKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        return database.ReadAsync(session => AnswerAsync(session, key), cancellation);
    }

    /// <inheritdoc/>
    public Task<string> RecordCallAsync(CallKey key, string answer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        return database.WriteAsync(
            async session =>
            {
                var call = new { RunId = key.Run.Value, key.Step, key.Attempt, key.Key, Answer = answer, Now = await session.NowAsync() };
                // In turn with the others of the run, so that their numbers rise as they become visible.
                await session.ExecuteAsync($"SELECT id FROM runs WHERE id = @RunId {session.Dialect.KeepRow}", call);
                await session.ExecuteAsync(
                    """
                    INSERT INTO run_calls (run_id, step, attempt, key, answer, recorded_at)
                    VALUES (@RunId, @Step, @Attempt, @Key, @Answer, @Now)
                    ON CONFLICT (run_id, step, attempt, key) DO NOTHING
                    """,
                    call);
                return (await AnswerAsync(session, key))!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedCall>> ReadCallsAsync(
        RunId id, long after, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<RecordedCall>>(
            async session => [.. (await session.QueryAsync<CallRow>(
                """
                SELECT number, step, attempt, key, answer, recorded_at FROM run_calls
                WHERE run_id = @Id AND number > @After
                ORDER BY number
                LIMIT @Take
                """,
                new { Id = id.Value, After = after, Take = take })).Select(row => row.ToCall(id))],
            cancellation);

    private static Task<string?> AnswerAsync(Session session, CallKey key) => session.ScalarAsync<string>(
        $"SELECT answer FROM run_calls WHERE {OfCall}",
        new { RunId = key.Run.Value, key.Step, key.Attempt, key.Key });

    private sealed class CallRow
    {
        public long Number { get; init; }

        public string Step { get; init; } = "";

        public int Attempt { get; init; }

        public string Key { get; init; } = "";

        public string Answer { get; init; } = "";

        public DateTimeOffset RecordedAt { get; init; }

        public RecordedCall ToCall(RunId id) => new(Number, new CallKey(id, Step, Attempt, Key), Answer, RecordedAt);
    }
}
