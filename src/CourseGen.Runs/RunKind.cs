namespace CourseGen.Runs;

/// <summary>
/// A kind of run: its steps, and one pure function that says where a run goes. Budgets are counted in the state.
/// </summary>
/// <typeparam name="TState">A record that goes through <see cref="RunJson"/> unchanged.</typeparam>
public abstract class RunKind<TState> : IRunKind
    where TState : class
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>The steps by their written-out, stored names.</summary>
    public abstract IReadOnlyDictionary<string, IStep<TState>> Steps { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> StepNames => [.. Steps.Keys];

    /// <summary>Decides about a happening. Pure: the same state and happening always give the same move.</summary>
    /// <param name="state">The state so far; null exactly for <see cref="Happening.Started"/>.</param>
    /// <param name="happening">What happened.</param>
    /// <exception cref="RunRefusedException">The state does not allow the happening.</exception>
    public abstract Move<TState> Decide(TState? state, Happening happening);

    /// <summary>The refusal of a happening that the state does not allow, for the last arm of a decision.</summary>
    protected static RunRefusedException NotAllowed(Happening happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return new RunRefusedException(
            RunRefusals.NotAllowed, $"The state of the run does not allow '{happening.GetType().Name}'.");
    }

    StoredMove IRunKind.Decide(string? state, Happening happening)
    {
        var move = Decide(state is null ? null : RunJson.Read<TState>(state), happening);
        if (move.Next is Next.ToStep next && !Steps.ContainsKey(next.Step))
            throw new InvalidOperationException($"The run kind '{Name}' has no step '{next.Step}'.");
        return new StoredMove(RunJson.Write(move.State), move.Next, move.News);
    }

    Task<StepResult> IRunKind.ExecuteAsync(StepCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (!Steps.TryGetValue(call.Step, out var step))
            throw new InvalidOperationException($"The run kind '{Name}' has no step '{call.Step}'.");
        var state = RunJson.Read<TState>(call.Run.State);
        var context = new StepContext<TState>(call.Run.Id, call.Step, call.Run.Attempt, state, call.Records);
        return step.ExecuteAsync(context, cancellation);
    }
}
