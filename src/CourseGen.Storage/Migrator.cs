namespace CourseGen.Storage;

/// <summary>Applies the migrations that a database lacks, and refuses one that is not of this line.</summary>
internal static class Migrator
{
    private const string Queue = "coursegen migrations";

    /// <summary>Brings the schema up to date and returns how many migrations that took.</summary>
    /// <exception cref="StoreException">The database has migrations that this program does not, or other ones.</exception>
    public static async Task<int> BringUpToDateAsync(Session session)
    {
        var known = Migration.LoadAll(session.Dialect.Name);
        await session.QueueAsync(Queue);
        await session.ExecuteAsync(
            $"""
            CREATE TABLE IF NOT EXISTS schema_migrations (
                number INTEGER NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL,
                applied_at {session.Dialect.TimeType} NOT NULL
            )
            """);
        var applied = await session.QueryAsync<Applied>("SELECT number, name, checksum FROM schema_migrations ORDER BY number");
        Check(applied, known);
        foreach (var migration in known.Skip(applied.Count))
            await ApplyAsync(session, migration);
        return known.Count - applied.Count;
    }

    private static void Check(IReadOnlyList<Applied> applied, IReadOnlyList<Migration> known)
    {
        foreach (var one in applied)
        {
            var same = known.FirstOrDefault(migration => migration.Number == one.Number)
                ?? throw new StoreException(SchemaTroubles.Newer(one.Name));
            if (!string.Equals(same.Checksum, one.Checksum, StringComparison.Ordinal))
                throw new StoreException(SchemaTroubles.Changed(one.Name));
        }
    }

    private static async Task ApplyAsync(Session session, Migration migration)
    {
        await session.ExecuteAsync(migration.Sql);
        await session.ExecuteAsync(
            "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @At)",
            new { migration.Number, migration.Name, migration.Checksum, At = await session.NowAsync() });
    }

    private sealed class Applied
    {
        public int Number { get; init; }

        public string Name { get; init; } = "";

        public string Checksum { get; init; } = "";
    }
}
