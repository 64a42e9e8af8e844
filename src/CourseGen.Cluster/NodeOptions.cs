namespace CourseGen.Cluster;

/// <summary>The numbers of a <see cref="WorkerNode"/>.</summary>
public sealed record NodeOptions
{
    /// <summary>How many runs the node works on at once.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>The run kinds the node works on; empty: all it knows.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>How often the node looks for runs that nobody rang for.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After how long a run that is still ready is put on the schedule again, whatever the schedule says of it.</summary>
    public TimeSpan Doubt { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long runs under way have, when the node is stopped, to give their leases back.</summary>
    public TimeSpan TimeToEnd { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Told when the store or the schedule is in trouble and the node, or a part of it, pauses.</summary>
    public Action<Exception> OnTrouble { get; init; } = _ => { };
}
