using CourseGen.Runs;

namespace CourseGen.Storage;

/// <content>Events.</content>
public sealed partial class RunStore
{
    /// <inheritdoc/>
    public Task AppendAsync(
        RunId id, string owner, IReadOnlyList<EventDraft> events, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                await RequireLeaseAsync(session, id, owner);
                if (!await WasKeptAsync(session, id)) await AppendAsync(session, id, events);
            },
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunEvent>> ReadEventsAsync(
        RunId id, long after, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<RunEvent>>(
            async session => [.. (await session.QueryAsync<EventRow>(
                """
                SELECT sequence, at, kind, step, attempt, payload FROM run_events
                WHERE run_id = @Id AND sequence > @After
                ORDER BY sequence
                LIMIT @Take
                """,
                new { Id = id.Value, After = after, Take = take })).Select(row => row.ToEvent(id))],
            cancellation);

    // The run's row is kept by this transaction, so nobody else takes the same sequence.
    private static async Task AppendAsync(Session session, RunId id, IReadOnlyList<EventDraft> events)
    {
        var now = await session.NowAsync();
        foreach (var draft in events)
        {
            await session.ExecuteAsync(
                """
                INSERT INTO run_events (run_id, sequence, at, kind, step, attempt, payload, mark)
                SELECT @Id, coalesce(max(sequence), 0) + 1, @Now, @Kind, @Step, @Attempt, @Payload, @Mark
                FROM run_events WHERE run_id = @Id
                """,
                new { Id = id.Value, Now = now, draft.Kind, draft.Step, draft.Attempt, draft.Payload, Mark = session.Mark?.Value });
        }
    }

    // Whether an earlier try of the same writing was kept after all; its events tell.
    private static async Task<bool> WasKeptAsync(Session session, RunId id) => session.Mark is { MayBeKept: true } mark
        && await session.ScalarAsync<long>(
            "SELECT count(*) FROM run_events WHERE run_id = @Id AND mark = @Value", new { Id = id.Value, mark.Value }) > 0;

    private static async Task RequireLeaseAsync(Session session, RunId id, string owner)
    {
        var held = await session.ScalarAsync<string>(
            $"SELECT lease_owner FROM runs WHERE id = @Id {session.Dialect.KeepRow}", new { Id = id.Value });
        if (!string.Equals(held, owner, StringComparison.Ordinal))
            throw new RunConflictException(id, "Another worker has the run.");
    }

    private sealed class EventRow
    {
        public long Sequence { get; init; }

        public DateTimeOffset At { get; init; }

        public string Kind { get; init; } = "";

        public string? Step { get; init; }

        public int? Attempt { get; init; }

        public string Payload { get; init; } = "";

        public RunEvent ToEvent(RunId id) => new(id, Sequence, At, Kind, Step, Attempt, Payload);
    }
}
