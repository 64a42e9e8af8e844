using System.Security.Cryptography;
using System.Text;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Storage.Postgres;
using CourseGen.Storage.Sqlite;
using CourseGen.Testing;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests;

/// <summary>A database of every earlier schema, with a run in it, is brought up to date and keeps the run.</summary>
public sealed class MigrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int> Earlier(string dialect) => [.. Enumerable.Range(1, Migrations(dialect).Count - 1)];

    [Theory]
    [MemberData(nameof(Earlier), "sqlite")]
    public async Task An_earlier_schema_of_SQLite_is_brought_up_to_date(int number)
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-");
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, SqliteDatabase.FileName)};Pooling=false"))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = Schema("sqlite", number, "TEXT") + ARun("'2030-01-01T00:00:00.000000Z'");
            await command.ExecuteNonQueryAsync(Stop);
        }

        using (var database = SqliteDatabase.Open(folder.FullName, new ManualTime()))
            await ShouldBeUpToDateAsync(database, "sqlite");
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Earlier), "postgres")]
    public async Task An_earlier_schema_of_PostgreSQL_is_brought_up_to_date(int number)
    {
        var server = await PostgresServer.SharedAsync();
        var address = await server.CreateAsync();
        await server.ExecuteAsync(new Uri(address).AbsolutePath[1..], Schema("postgres", number, "TIMESTAMPTZ") + ARun("now()"));

        using var database = await PostgresDatabase.OpenAsync(address, TimeProvider.System, cancellation: Stop);
        await ShouldBeUpToDateAsync(database, "postgres");
    }

    private static async Task ShouldBeUpToDateAsync(Database database, string dialect)
    {
        (await database.ReadAsync(session => session.QueryAsync<int>("SELECT number FROM schema_migrations ORDER BY number"), Stop))
            .ShouldBe(Enumerable.Range(1, Migrations(dialect).Count));
        (await new RunStore(database).FindAsync(new RunId("run_1"), Stop))!.Title.ShouldBe("Kept");
    }

    private static string ARun(string now) =>
        $"""
        INSERT INTO runs (id, kind, title, status, attempt, state, version, codes, faults, created_at, updated_at)
        VALUES ('run_1', 'sample', 'Kept', 'active', 0, '1', 1, '[]', 0, {now}, {now});
        """;

    private static string Schema(string dialect, int number, string time) =>
        $"CREATE TABLE schema_migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at {time} NOT NULL);"
        + string.Concat(Migrations(dialect).Take(number).Select((one, index) =>
            $"{one.Sql}\nINSERT INTO schema_migrations VALUES ({index + 1}, '{one.Name}', '{Checksum(one.Sql)}', '2030-01-01');\n"));

    private static string Checksum(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));

    private static IReadOnlyList<(string Name, string Sql)> Migrations(string dialect) =>
    [
        .. from resource in typeof(Database).Assembly.GetManifestResourceNames()
           where resource.StartsWith(dialect + "/", StringComparison.Ordinal)
           orderby resource
           select (Path.GetFileNameWithoutExtension(resource), Read(resource)),
    ];

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
