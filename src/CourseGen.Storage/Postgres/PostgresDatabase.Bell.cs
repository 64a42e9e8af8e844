using Npgsql;

namespace CourseGen.Storage.Postgres;

/// <content>The bell across processes.</content>
public sealed partial class PostgresDatabase
{
    /// <inheritdoc/>
    public override async Task ListenAsync(Action ring, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(ring);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(ring, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException e) when (PostgresTroubles.Of(e, Name) is not null)
            {
                // Whoever waits for the bell works on the same database, and is told of the same trouble there.
                await Task.Delay(_settings.RetryPause, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenOnceAsync(Action ring, CancellationToken stop)
    {
        await using var connection = await _source.OpenConnectionAsync(stop);
        await new Session(connection, _dialect, stop).ExecuteAsync("LISTEN coursegen_runs");
        // Whatever was told before somebody listened.
        ring();
        while (true)
        {
            await connection.WaitAsync(stop);
            ring();
        }
    }
}
