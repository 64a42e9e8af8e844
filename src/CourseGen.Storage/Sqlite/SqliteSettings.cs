namespace CourseGen.Storage.Sqlite;

/// <summary>The numbers of a <see cref="SqliteDatabase"/>.</summary>
public sealed record SqliteSettings
{
    /// <summary>How long to wait while another program has the write lock.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
