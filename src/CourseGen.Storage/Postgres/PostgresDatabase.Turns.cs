using Npgsql;

namespace CourseGen.Storage.Postgres;

/// <content>Turns, for what is no transaction of ours.</content>
public sealed partial class PostgresDatabase
{
    /// <summary>
    /// Does work once, while nobody else does such work under the same name. The turn is a connection's: whoever is gone, or
    /// takes longer than a transaction may stand still, keeps nobody waiting.
    /// </summary>
    /// <exception cref="StoreException">There was no turn to be had; the work was not begun.</exception>
    public async Task InTurnAsync(string name, Func<Task> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        var turn = await PatientlyAsync(() => TakeTurnAsync(name, cancellation), cancellation);
        await using var connection = turn.Connection!;
        await using (turn) await work();
    }

    private async Task<NpgsqlTransaction> TakeTurnAsync(string name, CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        try
        {
            var turn = await connection.BeginTransactionAsync(cancellation);
            await new Session(connection, _dialect, cancellation).QueueAsync(name);
            return turn;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
