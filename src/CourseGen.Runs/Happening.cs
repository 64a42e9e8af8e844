namespace CourseGen.Runs;

/// <summary>Something a run kind has to decide about.</summary>
public abstract record Happening
{
    private Happening()
    {
    }

    /// <summary>The run begins. The only happening with no state before it.</summary>
    /// <param name="Input">What the run is about, as JSON.</param>
    public sealed record Started(string Input) : Happening;

    /// <summary>A step ended with a result.</summary>
    public sealed record StepEnded(string Step, StepResult Result) : Happening;

    /// <summary>A person decided at a gate.</summary>
    public sealed record GateDecided(string Gate, bool Approved, string? Comment, string By) : Happening;

    /// <summary>
    /// A person wants a blocked or failed run to go on. A kind that does not allow it refuses. (A faulted run is resumed
    /// at the interrupted step without asking the kind.)
    /// </summary>
    public sealed record Resumed(string By) : Happening;
}
