using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Storage.Sqlite;

namespace CourseGen.Cli.Composition;

/// <summary>The local store: one folder with the database and, below it, learners' workspaces.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly SqliteDatabase _database;

    private DataFolder(string path, SqliteDatabase database)
    {
        Path = path;
        _database = database;
        Runs = new RunStore(database);
        Blobs = new BlobStore(database);
        Courses = new CourseStore(database);
        Learning = new LearningStore(database);
    }

    /// <summary>Where the data lies when nobody says otherwise: the user's own data folder.</summary>
    public static string Default => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "coursegen");

    public string Path { get; }

    public IRunStore Runs { get; }

    public IBlobStore Blobs { get; }

    public ICourseStore Courses { get; }

    public ILearningStore Learning { get; }

    public static DataFolder Open(string path) => new(path, SqliteDatabase.Open(path, TimeProvider.System));

    public void Dispose() => _database.Dispose();
}
