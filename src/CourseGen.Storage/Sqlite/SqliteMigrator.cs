namespace CourseGen.Storage.Sqlite;

/// <summary>Applies the migrations that a database lacks, and refuses one that is not of this line.</summary>
internal static class SqliteMigrator
{
    private static readonly IReadOnlyList<Migration> Known = Migration.LoadAll("sqlite");

    /// <summary>Brings the schema up to date and returns how many migrations that took.</summary>
    /// <exception cref="StoreException">The database has migrations that this program does not, or other ones.</exception>
    public static int BringUpToDate(SqliteSession session, TimeProvider time)
    {
        session.Execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                number INTEGER NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL,
                applied_at TEXT NOT NULL
            )
            """);
        var applied = session.Query<Applied>("SELECT number, name, checksum FROM schema_migrations ORDER BY number");
        Check(applied);
        foreach (var migration in Known.Skip(applied.Count))
            Apply(session, migration, time);
        return Known.Count - applied.Count;
    }

    private static void Check(IReadOnlyList<Applied> applied)
    {
        foreach (var one in applied)
        {
            var known = Known.FirstOrDefault(migration => migration.Number == one.Number)
                ?? throw new StoreException(SqliteTroubles.NewerSchema(one.Name));
            if (!string.Equals(known.Checksum, one.Checksum, StringComparison.Ordinal))
                throw new StoreException(SqliteTroubles.ChangedMigration(one.Name));
        }
    }

    private static void Apply(SqliteSession session, Migration migration, TimeProvider time)
    {
        session.Execute(migration.Sql);
        session.Execute(
            "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @At)",
            new { migration.Number, migration.Name, migration.Checksum, At = SqliteTime.Write(time.GetUtcNow()) });
    }

    private sealed class Applied
    {
        public int Number { get; init; }

        public string Name { get; init; } = "";

        public string Checksum { get; init; } = "";
    }
}
