namespace CourseGen.Runs;

/// <summary>An event of the kind's own, told in the same transaction as the decision or checkpoint it belongs to.</summary>
/// <param name="Kind">A written-out event kind that is not one of <see cref="RunEventKinds"/>.</param>
/// <param name="Payload">JSON.</param>
public sealed record RunNews(string Kind, string Payload);

/// <summary>What a kind decided about a happening.</summary>
/// <param name="State">The new state.</param>
/// <param name="Next">Where the run goes.</param>
/// <param name="News">Events of the kind's own.</param>
public sealed record Move<TState>(TState State, Next Next, IReadOnlyList<RunNews> News)
{
    /// <summary>A move without news.</summary>
    public Move(TState state, Next next)
        : this(state, next, [])
    {
    }
}

/// <summary>A <see cref="Move{TState}"/> whose state is JSON, as the engine sees it.</summary>
public sealed record StoredMove(string State, Next Next, IReadOnlyList<RunNews> News);
