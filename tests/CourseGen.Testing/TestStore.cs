using System.Text.Json.Nodes;
using CourseGen.Storage;

namespace CourseGen.Testing;

/// <summary>An empty store of a test's own, on the database that the test names: for a test that both have to pass.</summary>
public sealed class TestStore : IAsyncDisposable
{
    /// <summary>A file in a folder.</summary>
    public const string Sqlite = "SQLite";

    /// <summary>A server.</summary>
    public const string Postgres = "PostgreSQL";

    private readonly TestDatabase? _sqlite;
    private readonly TestPostgres? _postgres;

    private TestStore(TestDatabase? sqlite, TestPostgres? postgres) => (_sqlite, _postgres) = (sqlite, postgres);

    /// <summary>The database.</summary>
    public Database Database => _sqlite is not null ? _sqlite.Database : _postgres!.Database;

    /// <summary>An empty store.</summary>
    /// <param name="database"><see cref="Sqlite"/> or <see cref="Postgres"/>.</param>
    /// <param name="time">What its clock shows.</param>
    public static async Task<TestStore> OpenAsync(string database, ManualTime time) => database switch
    {
        Sqlite => new(new TestDatabase(time), null),
        Postgres => new(null, await TestPostgres.OpenAsync(time)),
        _ => throw new ArgumentOutOfRangeException(nameof(database), database, "There is no such database."),
    };

    /// <summary>Puts a row into a table, by the names of its columns.</summary>
    internal async Task InsertAsync(string table, JsonObject row)
    {
        if (_sqlite is not null) History.Insert(_sqlite.Database, table, row);
        else await History.InsertAsync(_postgres!.Database.ConnectionString, table, row);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _sqlite?.Dispose();
        if (_postgres is not null) await _postgres.DisposeAsync();
    }
}
