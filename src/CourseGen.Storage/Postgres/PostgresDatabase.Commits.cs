using Npgsql;

namespace CourseGen.Storage.Postgres;

/// <content>Transactions, and what became of them.</content>
public sealed partial class PostgresDatabase
{
    private async Task<T> TransactAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var session = new Session(connection, _dialect, cancellation);
        var id = await session.ScalarAsync<string>("SELECT pg_current_xact_id()::text");
        var result = await write(session);
        try
        {
            // Not to be cancelled: whoever asked would not know what became of it.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (NpgsqlException e) when (PostgresTroubles.IsGone(e))
        {
            if (!await WasCommittedAsync(id!, e)) throw;
        }

        return result;
    }

    // A server that comes back after a crash knows whether it had kept a transaction.
    private async Task<bool> WasCommittedAsync(string transaction, Exception cause)
    {
        var start = _time.GetTimestamp();
        while (_time.GetElapsedTime(start) < _settings.Patience)
        {
            var status = await StatusAsync(transaction);
            if (status is "committed" or "aborted") return status is "committed";
            await Task.Delay(_settings.RetryPause, _time, CancellationToken.None);
        }

        throw new StoreException(PostgresTroubles.Unknown(Name), cause);
    }

    private async Task<string?> StatusAsync(string transaction)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(CancellationToken.None);
            return await new Session(connection, _dialect, CancellationToken.None)
                .ScalarAsync<string>("SELECT pg_xact_status(@transaction::xid8)", new { transaction });
        }
        catch (NpgsqlException e) when (PostgresTroubles.IsGone(e))
        {
            return null;
        }
    }
}
