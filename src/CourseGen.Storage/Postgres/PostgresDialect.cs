namespace CourseGen.Storage.Postgres;

/// <summary>PostgreSQL, where transactions keep single rows and time is the server's.</summary>
internal sealed record PostgresDialect : Dialect
{
    public override string Name => "postgres";

    public override string TimeType => "TIMESTAMPTZ";

    // Not FOR UPDATE, which would also keep others from adding rows that refer to this one.
    public override string KeepRow => "FOR NO KEY UPDATE";

    public override string AmongThe(string parameter) => $"= ANY({parameter})";

    public override Task<DateTimeOffset> NowAsync(Session session) => session.ScalarAsync<DateTimeOffset>("SELECT coursegen_now()");

    public override Task QueueAsync(Session session, string name) =>
        session.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended(@name, 0))", new { name });
}
