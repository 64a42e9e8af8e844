using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace CourseGen.Storage.Postgres;

/// <summary>
/// A database that several processes and machines share. What a passing trouble undid is done again; what may have been
/// kept although the connection broke carries a <see cref="WriteMark"/>: nothing is lost, and nothing is done twice.
/// </summary>
public sealed partial class PostgresDatabase : Database
{
    private const int OldestVersion = 130000;

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly PostgresSettings _settings;
    private readonly PostgresDialect _dialect = new();

    private PostgresDatabase(NpgsqlConnectionStringBuilder address, TimeProvider time, PostgresSettings settings)
    {
        (_time, _settings) = (time, settings);
        Name = $"{address.Host}:{address.Port}/{address.Database}";
        address.ApplicationName = "coursegen";
        address.MaxPoolSize = settings.Connections;
        address.MaxAutoPrepare = 100;
        address.AutoPrepareMinUsages = 2;
        address.KeepAlive = 15;
        // A worker that is stopped in the middle of a transaction does not keep the others waiting for ever.
        address.Options = $"-c lock_timeout={(long)settings.LockTimeout.TotalMilliseconds} -c idle_in_transaction_session_timeout=60000";
        ConnectionString = address.ToString();
        _source = NpgsqlDataSource.Create(address);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>What makes connections, for libraries that make their own.</summary>
    public static DbProviderFactory Provider => NpgsqlFactory.Instance;

    /// <summary>The address in Npgsql's terms, with the password.</summary>
    public string ConnectionString { get; }

    internal override StoreTrouble Damaged => PostgresTroubles.Damaged(Name);

    /// <summary>Opens a database and brings its schema up to date.</summary>
    /// <param name="address">As <see cref="PostgresAddress"/> says.</param>
    /// <param name="time">Measures how long to be patient. The stores' own clock is the server's.</param>
    /// <param name="settings">Other numbers than the default ones.</param>
    /// <param name="cancellation">Ends the wait for the server.</param>
    /// <exception cref="StoreException">The database cannot be used; says why and what to do.</exception>
    public static async Task<PostgresDatabase> OpenAsync(
        string address, TimeProvider time, PostgresSettings? settings = null, CancellationToken cancellation = default)
    {
        var database = new PostgresDatabase(PostgresAddress.Parse(address), time, settings ?? new());
        try
        {
            await database.ReadAsync(database.CheckAsync, cancellation);
            await database.WriteAsync(session => Migrator.BringUpToDateAsync(session), cancellation);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellation) => PatientlyAsync(
        async () =>
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation);
            return await read(new Session(connection, _dialect, cancellation));
        },
        cancellation);

    /// <inheritdoc/>
    public override Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellation)
    {
        var mark = new WriteMark();
        return PatientlyAsync(() => TransactAsync(write, mark, cancellation), cancellation);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _source.Dispose();

    private async Task<bool> CheckAsync(Session session)
    {
        var version = await session.ScalarAsync<string>("SHOW server_version") ?? "";
        var number = await session.ScalarAsync<string>("SHOW server_version_num") ?? "0";
        var encoding = await session.ScalarAsync<string>("SHOW server_encoding") ?? "";
        return int.Parse(number, CultureInfo.InvariantCulture) >= OldestVersion && encoding is "UTF8"
            ? true
            : throw new StoreException(PostgresTroubles.Unsuitable(Name, version, encoding));
    }
}
