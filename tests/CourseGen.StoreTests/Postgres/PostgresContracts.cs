using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Testing;
using Xunit;

namespace CourseGen.StoreTests.Postgres;

/// <summary>The contract of run stores, on PostgreSQL.</summary>
public sealed class PostgresRunStoreContract : RunStoreContract, IAsyncLifetime
{
    private TestPostgres _test = null!;

    protected override IRunStore Store => new RunStore(_test.Database);

    public async ValueTask InitializeAsync() => _test = await TestPostgres.OpenAsync(Time);

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}

/// <summary>The contract of blob stores, on PostgreSQL.</summary>
public sealed class PostgresBlobStoreContract : BlobStoreContract, IAsyncLifetime
{
    private TestPostgres _test = null!;

    protected override IBlobStore Store => new BlobStore(_test.Database);

    public async ValueTask InitializeAsync() => _test = await TestPostgres.OpenAsync(new ManualTime());

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}

/// <summary>The contract of course stores, on PostgreSQL.</summary>
public sealed class PostgresCourseStoreContract : CourseStoreContract, IAsyncLifetime
{
    private TestPostgres _test = null!;

    protected override ICourseStore Store => new CourseStore(_test.Database);

    public async ValueTask InitializeAsync() => _test = await TestPostgres.OpenAsync(Time);

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}

/// <summary>The contract of learning stores, on PostgreSQL.</summary>
public sealed class PostgresLearningStoreContract : LearningStoreContract, IAsyncLifetime
{
    private TestPostgres _test = null!;

    protected override ILearningStore Store => new LearningStore(_test.Database);

    protected override ICourseStore Courses => new CourseStore(_test.Database);

    public async ValueTask InitializeAsync() => _test = await TestPostgres.OpenAsync(Time);

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}
