using Npgsql;

namespace CourseGen.Storage.Postgres;

/// <content>Transactions, and trying them again.</content>
public sealed partial class PostgresDatabase
{
    private async Task<T> TransactAsync<T>(Func<Session, Task<T>> write, WriteMark mark, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await write(new Session(connection, _dialect, cancellation) { Mark = mark });
        try
        {
            // Not to be cancelled: whoever asked would not know what became of it.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (NpgsqlException e) when (PostgresTroubles.IsGone(e))
        {
            mark.MayBeKept = true;
            throw;
        }
    }

    private async Task<T> PatientlyAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        // From the first trouble on: a machine that was suspended in the middle of its work has not been patient yet.
        long? start = null;
        while (true)
        {
            try
            {
                return await work();
            }
            catch (NpgsqlException e) when (MayPass(e) && _time.GetElapsedTime(start ??= _time.GetTimestamp()) < _settings.Patience)
            {
                await Task.Delay(_settings.RetryPause, _time, cancellation);
            }
            catch (NpgsqlException e) when (PostgresTroubles.Of(e, Name) is { } trouble)
            {
                throw new StoreException(trouble, e);
            }
        }
    }

    private static bool MayPass(NpgsqlException error) => PostgresTroubles.IsGone(error) || PostgresTroubles.WasInTheWay(error);
}
