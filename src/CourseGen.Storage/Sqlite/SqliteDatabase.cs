using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CourseGen.Storage.Sqlite;

/// <summary>
/// The database of a data folder. Connections are short-lived and pooled; a write transaction takes the write lock at its
/// beginning, and the writers of this process queue for it instead of polling.
/// </summary>
public sealed class SqliteDatabase : Database
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string FileName = "coursegen.db";

    private readonly string _connection;
    private readonly SqliteSettings _settings;
    private readonly SqliteDialect _dialect;
    private readonly SemaphoreSlim _writer = new(1);

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(string folder, TimeProvider time, SqliteSettings settings)
    {
        File = Path.Combine(folder, FileName);
        _settings = settings;
        _dialect = new(time);
        _connection = new SqliteConnectionStringBuilder
        {
            DataSource = File,
            ForeignKeys = true,
            Pooling = true,
            // The library asks again after every busy time-out until this one is over, too; 0 would mean for ever.
            DefaultTimeout = Math.Max(1, (int)settings.LockTimeout.TotalSeconds),
        }.ToString();
    }

    /// <summary>The database file.</summary>
    public string File { get; }

    /// <inheritdoc/>
    public override string Name => File;

    internal override StoreTrouble Damaged => SqliteTroubles.Damaged(File);

    /// <summary>Opens the database of a data folder, makes both if they are not there, and brings the schema up to date.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="time">The clock of the stores: leases end by it.</param>
    /// <param name="settings">Other numbers than the default ones.</param>
    /// <exception cref="StoreException">The folder or the database cannot be used; says why and what to do.</exception>
    public static SqliteDatabase Open(string folder, TimeProvider time, SqliteSettings? settings = null)
    {
        var database = new SqliteDatabase(Path.GetFullPath(folder), time, settings ?? new SqliteSettings());
        try
        {
            Directory.CreateDirectory(folder);
            // This library's tasks have always ended when they are returned, so nothing is waited for here.
            database.GuardedAsync(database.PrepareAsync).GetAwaiter().GetResult();
            return database;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            database.Dispose();
            throw new StoreException(SqliteTroubles.NotWritable(database.File), e);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellation) => Task.Run(
        () => GuardedAsync(async () =>
        {
            using var connection = Connect();
            return await read(new Session(connection, _dialect, cancellation));
        }),
        cancellation);

    /// <inheritdoc/>
    public override async Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => GuardedAsync(() => TransactAsync(write, cancellation)), cancellation);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <inheritdoc/>
    public override Task ListenAsync(Action ring, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Closes the pooled connections, so that the file can be moved or deleted.</summary>
    protected override void Dispose(bool disposing)
    {
        using (var connection = new SqliteConnection(_connection))
            SqliteConnection.ClearPool(connection);
        _writer.Dispose();
    }

    private async Task<int> PrepareAsync()
    {
        using (var connection = Connect())
        {
            var session = new Session(connection, _dialect, CancellationToken.None);
            // A change of the mode needs the database for itself, so it is only asked for once.
            if (await session.ScalarAsync<string>("PRAGMA journal_mode") is not "wal")
                await session.ExecuteAsync("PRAGMA journal_mode = WAL");
        }

        return await TransactAsync(Migrator.BringUpToDateAsync, CancellationToken.None);
    }

    private async Task<T> TransactAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellation)
    {
        using var connection = Connect();
        // Immediate: no transaction finds out halfway that it may not write.
        Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            var result = await write(new Session(connection, _dialect, cancellation));
            Execute(connection, "COMMIT");
            return result;
        }
        catch
        {
            // On a full disk SQLite has rolled back by itself, and would refuse to do so again.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0) Execute(connection, "ROLLBACK");
            throw;
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            connection.Open();
            Execute(connection, string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA busy_timeout = {(long)_settings.LockTimeout.TotalMilliseconds}; PRAGMA synchronous = FULL;"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException e) when (SqliteTroubles.Of(e.SqliteErrorCode, File) is { } trouble)
        {
            throw new StoreException(trouble, e);
        }
    }
}
