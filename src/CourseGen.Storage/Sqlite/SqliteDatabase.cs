using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CourseGen.Storage.Sqlite;

/// <summary>
/// The database of a data folder. Connections are short-lived and pooled; a write transaction takes the write lock at its
/// beginning, and the writers of this process queue for it instead of polling.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string FileName = "coursegen.db";

    private readonly string _connection;
    private readonly SqliteSettings _settings;
    private readonly SemaphoreSlim _writer = new(1);

    static SqliteDatabase()
    {
        SQLitePCL.Batteries_V2.Init();
        Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    private SqliteDatabase(string folder, SqliteSettings settings)
    {
        File = Path.Combine(folder, FileName);
        _settings = settings;
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

    /// <summary>Opens the database of a data folder, makes both if they are not there, and brings the schema up to date.</summary>
    /// <exception cref="StoreException">The folder or the database cannot be used; says why and what to do.</exception>
    public static SqliteDatabase Open(string folder, TimeProvider time, SqliteSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        var database = new SqliteDatabase(Path.GetFullPath(folder), settings ?? new SqliteSettings());
        try
        {
            Directory.CreateDirectory(folder);
            database.Guarded(() => database.Prepare(time));
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

    /// <summary>Reads.</summary>
    /// <exception cref="StoreException">The database cannot do its work.</exception>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellation) => Task.Run(
        () => Guarded(() =>
        {
            using var connection = Connect();
            return read(new SqliteSession(connection));
        }),
        cancellation);

    /// <summary>Reads and writes in one transaction; an exception undoes all of it.</summary>
    /// <exception cref="StoreException">The database cannot do its work.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Guarded(() => Transact(write)), cancellation);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Writes in one transaction; an exception undoes all of it.</summary>
    /// <exception cref="StoreException">The database cannot do its work.</exception>
    public Task WriteAsync(Action<SqliteSession> write, CancellationToken cancellation) => WriteAsync(
        session =>
        {
            write(session);
            return true;
        },
        cancellation);

    /// <summary>Closes the pooled connections, so that the file can be moved or deleted.</summary>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connection))
            SqliteConnection.ClearPool(connection);
        _writer.Dispose();
    }

    private bool Prepare(TimeProvider time)
    {
        using (var connection = Connect())
        {
            var session = new SqliteSession(connection);
            // A change of the mode needs the database for itself, so it is only asked for once.
            if (session.Scalar<string>("PRAGMA journal_mode") is not "wal")
                session.Execute("PRAGMA journal_mode = WAL");
        }

        Transact(session => SqliteMigrator.BringUpToDate(session, time));
        return true;
    }

    private T Transact<T>(Func<SqliteSession, T> write)
    {
        using var connection = Connect();
        var session = new SqliteSession(connection);
        // Immediate: no transaction finds out halfway that it may not write.
        session.Execute("BEGIN IMMEDIATE");
        try
        {
            var result = write(session);
            session.Execute("COMMIT");
            return result;
        }
        catch
        {
            // On a full disk SQLite has rolled back by itself, and would refuse to do so again.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0) session.Execute("ROLLBACK");
            throw;
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            session.Execute(string.Create(
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

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e) when (SqliteTroubles.Of(e.SqliteErrorCode, File) is { } trouble)
        {
            throw new StoreException(trouble, e);
        }
    }
}
