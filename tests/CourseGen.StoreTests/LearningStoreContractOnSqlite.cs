using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Storage.Sqlite;
using CourseGen.Testing;

namespace CourseGen.StoreTests;

/// <summary>The contract of learning stores, on SQLite.</summary>
public sealed class SqliteLearningStoreContract : LearningStoreContract, IDisposable
{
    private readonly TestDatabase _database;

    public SqliteLearningStoreContract()
    {
        _database = new TestDatabase(Time);
        Store = new SqliteLearningStore(_database.Database, Time);
        Courses = new SqliteCourseStore(_database.Database, Time);
    }

    protected override ILearningStore Store { get; }

    protected override ICourseStore Courses { get; }

    public void Dispose() => _database.Dispose();
}
