using CourseGen.Domain.Content;
using CourseGen.Runs;
using CourseGen.Storage.Sqlite;
using CourseGen.Testing;

namespace CourseGen.StoreTests.Sqlite;

/// <summary>The contract of run stores, on SQLite.</summary>
public sealed class SqliteRunStoreContract : RunStoreContract, IDisposable
{
    private readonly TestDatabase _database;

    public SqliteRunStoreContract()
    {
        _database = new TestDatabase(Time);
        Store = new SqliteRunStore(_database.Database, Time);
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
        Store = new SqliteBlobStore(_database.Database, time);
    }

    protected override IBlobStore Store { get; }

    public void Dispose() => _database.Dispose();
}
