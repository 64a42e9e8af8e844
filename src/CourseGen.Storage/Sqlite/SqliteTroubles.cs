using CourseGen.Runs;

namespace CourseGen.Storage.Sqlite;

/// <summary>What SQLite's error codes (https://www.sqlite.org/rescode.html) mean for a person.</summary>
internal static class SqliteTroubles
{
    private static readonly RetryRule Never = new RetryRule.Never();

    /// <summary>The trouble of a primary error code; null: the code says that our own statement is wrong.</summary>
    public static StoreTrouble? Of(int errorCode, string file) => errorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_PROTOCOL => Locked(file),
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM
            => NotWritable(file),
        SQLitePCL.raw.SQLITE_FULL => Full(file),
        SQLitePCL.raw.SQLITE_IOERR => DiskError(file),
        SQLitePCL.raw.SQLITE_NOTADB => NotADatabase(file),
        SQLitePCL.raw.SQLITE_CORRUPT => Damaged(file),
        _ => null,
    };

    public static StoreTrouble NotWritable(string file) => new(
        StoreTroubleCodes.NotWritable,
        $"The database '{file}' cannot be opened for writing.",
        "Make its folder writable for this user, or choose another data folder.",
        Never);

    public static StoreTrouble Damaged(string file) => new(
        StoreTroubleCodes.Damaged,
        $"The database '{file}' is damaged.",
        "Stop CourseGen and put a backup in its place; keep the damaged file, because parts of it may be read.",
        Never);

    private static StoreTrouble Locked(string file) => new(
        StoreTroubleCodes.Locked,
        $"Another program keeps the database '{file}' locked.",
        "Close whatever has the file open, such as a backup or a database browser.",
        new RetryRule.After(TimeSpan.FromSeconds(1)));

    private static StoreTrouble Full(string file) => new(
        StoreTroubleCodes.Full,
        $"The disk of the database '{file}' is full.",
        "Make room on it; nothing that was saved is lost.",
        new RetryRule.After(TimeSpan.FromSeconds(30)));

    private static StoreTrouble DiskError(string file) => new(
        StoreTroubleCodes.DiskError,
        $"The disk of the database '{file}' could not be read or written.",
        "Check the disk, and that the data folder is not on a network share.",
        new RetryRule.After(TimeSpan.FromSeconds(5)));

    private static StoreTrouble NotADatabase(string file) => new(
        StoreTroubleCodes.NotADatabase,
        $"The file '{file}' is not a CourseGen database.",
        "Move the file away, or choose another data folder.",
        Never);
}
