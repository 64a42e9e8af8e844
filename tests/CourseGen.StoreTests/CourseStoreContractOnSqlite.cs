using CourseGen.Domain.Courses;
using CourseGen.Storage.Sqlite;
using CourseGen.Testing;

namespace CourseGen.StoreTests;

/// <summary>The contract of course stores, on SQLite.</summary>
public sealed class SqliteCourseStoreContract : CourseStoreContract, IDisposable
{
    private readonly TestDatabase _database;

    public SqliteCourseStoreContract()
    {
        _database = new TestDatabase(Time);
        Store = new SqliteCourseStore(_database.Database, Time);
    }

    protected override ICourseStore Store { get; }

    public void Dispose() => _database.Dispose();
}
