using CourseGen.Storage;
using CourseGen.Testing;

namespace CourseGen.Bench.Engine;

/// <summary>An empty database of each kind. PostgreSQL writes everything through to the disk, as SQLite does.</summary>
internal static class Stores
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(() => PostgresServer.StartAsync("-c max_connections=100"));

    public static readonly string[] Names = ["SQLite", "PostgreSQL"];

    public static async Task<Opened> OpenAsync(string name)
    {
        if (name == "SQLite")
        {
            var folder = new TestDatabase(TimeProvider.System);
            return new(folder.Database, folder);
        }

        var address = await (await Server.Value).CreateAsync();
        var database = await Storage.Postgres.PostgresDatabase.OpenAsync(address, TimeProvider.System, new() { Connections = 40 });
        return new(database, database);
    }

    internal sealed record Opened(Database Database, IDisposable Owner) : IDisposable
    {
        public void Dispose() => Owner.Dispose();
    }
}
