namespace CourseGen.Runs;

/// <summary>A run kind as the engine sees it: states are JSON. Write one by deriving from <see cref="RunKind{TState}"/>.</summary>
public interface IRunKind
{
    /// <summary>The written-out, stored name of the kind.</summary>
    string Name { get; }

    /// <summary>The written-out, stored names of its steps.</summary>
    IReadOnlyCollection<string> StepNames { get; }

    /// <summary>Decides about a happening; pure.</summary>
    /// <exception cref="RunRefusedException">The state does not allow the happening.</exception>
    StoredMove Decide(string? state, Happening happening);

    /// <summary>Executes a step on the state the run has now.</summary>
    Task<StepResult> ExecuteAsync(StepCall call, CancellationToken cancellation);
}

/// <summary>What the engine hands to a kind for one execution of a step.</summary>
public sealed record StepCall(Run Run, string Step, IStepRecords Records);
