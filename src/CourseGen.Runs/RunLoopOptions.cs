namespace CourseGen.Runs;

/// <summary>The numbers of a <see cref="RunLoop"/>.</summary>
public sealed record RunLoopOptions
{
    /// <summary>How long a lease holds unless it is renewed; what a run waits if its worker's machine dies.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the lease is renewed, and so the longest until a step notices that it was cancelled.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a delay of a run is slept through before looking whether somebody has cancelled or resumed it.</summary>
    public TimeSpan Nap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After how many troubles in a row a run waits for a person.</summary>
    public int MaxFaults { get; init; } = 3;
}
