using CourseGen.Storage.Sqlite;

namespace CourseGen.Testing;

/// <summary>A SQLite database of a test's own, in a folder that goes away with it.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-");

    /// <summary>A new, empty database.</summary>
    public TestDatabase(TimeProvider time, SqliteSettings? settings = null) =>
        Database = SqliteDatabase.Open(Folder, time, settings);

    /// <summary>The data folder.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The database.</summary>
    public SqliteDatabase Database { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Database.Dispose();
        _folder.Delete(recursive: true);
    }
}
