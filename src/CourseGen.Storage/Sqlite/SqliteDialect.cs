namespace CourseGen.Storage.Sqlite;

/// <summary>SQLite: the write lock, taken at the beginning, keeps everybody else from every row.</summary>
internal sealed record SqliteDialect(TimeProvider Time) : Dialect
{
    public override string Name => "sqlite";

    public override string TimeType => "TEXT";

    public override string KeepRow => "";

    // Dapper puts a list of parameters in place of the one.
    public override string AmongThe(string parameter) => $"IN {parameter}";

    public override Task<DateTimeOffset> NowAsync(Session session) => Task.FromResult(Time.GetUtcNow());

    public override Task QueueAsync(Session session, string name) => Task.CompletedTask;
}
