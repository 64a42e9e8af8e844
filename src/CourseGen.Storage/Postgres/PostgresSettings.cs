namespace CourseGen.Storage.Postgres;

/// <summary>The numbers of a <see cref="PostgresDatabase"/>.</summary>
public sealed record PostgresSettings
{
    /// <summary>How long to wait for a row that another transaction keeps.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for a server that is gone or full of connections before saying so.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long to wait between two tries.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The most connections of this process.</summary>
    public int Connections { get; init; } = 20;
}
