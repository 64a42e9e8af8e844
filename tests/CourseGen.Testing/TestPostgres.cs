using System.Collections.Concurrent;
using CourseGen.Storage.Postgres;
using Npgsql;

namespace CourseGen.Testing;

/// <summary>A PostgreSQL database of a test's own, whose clock is the test's. It is emptied and used again afterwards.</summary>
public sealed class TestPostgres : IAsyncDisposable
{
    // Where the clock shows nothing, it is the server's own.
    private const string Clock =
        """
        CREATE TABLE test_clock AS SELECT NULL::TIMESTAMPTZ AS at;
        CREATE OR REPLACE FUNCTION coursegen_now() RETURNS TIMESTAMPTZ LANGUAGE sql STABLE
            AS 'SELECT coalesce(at, statement_timestamp()) FROM test_clock';
        """;

    private const string Empty =
        """
        DO $$ BEGIN
            EXECUTE 'TRUNCATE ' || (SELECT string_agg(tablename, ', ') FROM pg_tables
                WHERE schemaname = 'public' AND tablename NOT IN ('schema_migrations', 'test_clock'));
        END $$;
        UPDATE test_clock SET at = NULL;
        """;

    private static readonly ConcurrentBag<TestPostgres> Free = [];

    private TestPostgres(string address, PostgresDatabase database) => (Address, Database) = (address, database);

    /// <summary>The address, for other processes.</summary>
    public string Address { get; }

    /// <summary>The database.</summary>
    public PostgresDatabase Database { get; }

    /// <summary>An empty database.</summary>
    /// <param name="time">What its clock shows from now on; null: the server's own clock.</param>
    public static async Task<TestPostgres> OpenAsync(ManualTime? time)
    {
        if (!Free.TryTake(out var test)) test = await MakeAsync();
        if (time is null) return test;
        test.Show(time.GetUtcNow());
        time.Moved = test.Show;
        return test;
    }

    /// <summary>Executes statements.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync(Empty);
        Free.Add(this);
    }

    private static async Task<TestPostgres> MakeAsync()
    {
        var address = await (await PostgresServer.SharedAsync()).CreateAsync();
        var test = new TestPostgres(address, await PostgresDatabase.OpenAsync(address, TimeProvider.System));
        await test.ExecuteAsync(Clock);
        return test;
    }

    // In step with the test's clock, so not asynchronous.
    private void Show(DateTimeOffset now)
    {
        using var connection = new NpgsqlConnection(Database.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand("UPDATE test_clock SET at = $1", connection) { Parameters = { new() { Value = now.UtcDateTime } } };
        command.ExecuteNonQuery();
    }
}
