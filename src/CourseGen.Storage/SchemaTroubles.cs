using CourseGen.Runs;

namespace CourseGen.Storage;

/// <summary>What may be wrong with the schema of a database, whatever kind of database it is.</summary>
internal static class SchemaTroubles
{
    public static StoreTrouble Newer(string migration) => new(
        StoreTroubleCodes.NewerSchema,
        $"The database was written by a newer CourseGen: this one does not know the migration '{migration}'.",
        "Use that CourseGen or a newer one, or put back a backup from before the update.",
        new RetryRule.Never());

    public static StoreTrouble Changed(string migration) => new(
        StoreTroubleCodes.ChangedMigration,
        $"The migration '{migration}' was applied to the database in another form than this CourseGen has.",
        "Use the CourseGen that wrote the database, or start with an empty one.",
        new RetryRule.Never());
}
