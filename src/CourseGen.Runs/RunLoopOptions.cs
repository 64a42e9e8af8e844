namespace CourseGen.Runs;

/// <summary>The numbers of a <see cref="RunLoop"/>.</summary>
public sealed record RunLoopOptions
{
    /// <summary>How long a lease holds unless it is renewed; what a run waits if its worker's machine dies.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the lease is renewed, and so the longest until a step notices that it was cancelled.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often an idle worker looks for runs that nobody rang for.</summary>
    public TimeSpan IdlePoll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After how many troubles in a row a run waits for a person.</summary>
    public int MaxFaults { get; init; } = 3;

    /// <summary>How many runs <see cref="RunLoop.RunAllAsync"/> works on at once.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>Told when the store itself is in trouble and the workers of <see cref="RunLoop.RunAllAsync"/> pause.</summary>
    public Action<OutsideTrouble> OnTrouble { get; init; } = _ => { };
}
