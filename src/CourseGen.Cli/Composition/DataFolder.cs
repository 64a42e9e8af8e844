using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Storage.Postgres;
using CourseGen.Storage.Sqlite;

namespace CourseGen.Cli.Composition;

/// <summary>
/// Where everything is kept: a folder with the database and, below it, learners' workspaces. With a PostgreSQL server the
/// database is there, and the folder is the user's own.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>Names the place when no option does: a folder, or the address of a PostgreSQL database.</summary>
    public const string Variable = "COURSEGEN_DATABASE";

    private readonly string _place;

    private DataFolder(string place, Database database)
    {
        _place = place;
        Path = FolderOf(place);
        Database = database;
        Runs = new RunStore(database);
        Blobs = new BlobStore(database);
        Courses = new CourseStore(database);
        Learning = new LearningStore(database);
    }

    /// <summary>Where the data lies when nobody says otherwise: what the environment names, or the user's own data folder.</summary>
    public static string Default => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } place ? place : OwnFolder;

    public string Path { get; }

    /// <summary>What messages call it.</summary>
    public string Name => Database is PostgresDatabase ? Database.Name : Path;

    /// <summary>
    /// What a command has to end with to find this place again: nothing where it is found anyhow. An address may hold a
    /// password and is not repeated.
    /// </summary>
    public string Option => _place == Default ? ""
        : Database is PostgresDatabase ? " --data postgres://..."
        : $" --data '{_place.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    public Database Database { get; }

    public IRunStore Runs { get; }

    public IBlobStore Blobs { get; }

    public ICourseStore Courses { get; }

    public ILearningStore Learning { get; }

    private static string OwnFolder => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "coursegen");

    /// <summary>The folder on this machine that belongs to a place: itself, or the user's own beside a database.</summary>
    public static string FolderOf(string place) => PostgresAddress.IsOne(place) ? OwnFolder : place;

    /// <summary>Opens a place, making it if it is a folder that is not there.</summary>
    /// <param name="place">A folder, or the address of a PostgreSQL database.</param>
    /// <param name="time">The clock of a folder's stores; a server has its own.</param>
    /// <param name="cancellation">Ends the wait for a server.</param>
    /// <exception cref="StoreException">It cannot be used; says why and what to do.</exception>
    public static async Task<DataFolder> OpenAsync(string place, TimeProvider time, CancellationToken cancellation) => PostgresAddress.IsOne(place)
        ? new(place, await PostgresDatabase.OpenAsync(place, time, cancellation: cancellation))
        : new(place, SqliteDatabase.Open(place, time));

    public void Dispose() => Database.Dispose();
}
