using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Testing;

namespace CourseGen.StoreTests.Sqlite;

/// <summary>The contract of run stores, on SQLite.</summary>
public sealed class SqliteRunStoreContract : RunStoreContract, IDisposable
{
    private readonly TestDatabase _database;

    public SqliteRunStoreContract()
    {
        _database = new TestDatabase(Time);
        Store = new RunStore(_database.Database);
    }

    protected override IRunStore Store { get; }

    public void Dispose() => _database.Dispose();
}

/// <summary>The contract of blob stores, on SQLite.</summary>
public sealed class SqliteBlobStoreContract : BlobStoreContract, IDisposable
{
    private readonly TestDatabase _database;

    public SqliteBlobStoreContract()
    {
        var time = new ManualTime();
        _database = new TestDatabase(time);
        Store = new BlobStore(_database.Database);
    }

    protected override IBlobStore Store { get; }

    public void Dispose() => _database.Dispose();
}

/// <summary>The contract of course stores, on SQLite.</summary>
public sealed class SqliteCourseStoreContract : CourseStoreContract, IDisposable
{
    private readonly TestDatabase _database;

    public SqliteCourseStoreContract()
    {
        _database = new TestDatabase(Time);
        Store = new CourseStore(_database.Database);
    }

    protected override ICourseStore Store { get; }

    public void Dispose() => _database.Dispose();
}

/// <summary>The contract of learning stores, on SQLite.</summary>
public sealed class SqliteLearningStoreContract : LearningStoreContract, IDisposable
{
    private readonly TestDatabase _database;

    public SqliteLearningStoreContract()
    {
        _database = new TestDatabase(Time);
        Store = new LearningStore(_database.Database);
        Courses = new CourseStore(_database.Database);
    }

    protected override ILearningStore Store { get; }

    protected override ICourseStore Courses { get; }

    public void Dispose() => _database.Dispose();
}
