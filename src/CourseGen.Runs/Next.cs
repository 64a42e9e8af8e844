namespace CourseGen.Runs;

/// <summary>Where a run goes next.</summary>
public abstract record Next
{
    private Next()
    {
    }

    /// <summary>Execute this step.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="SameAttempt">
    /// Whether this goes on with the attempt that was entered last, instead of beginning another: what that attempt recorded
    /// of outside calls is found again. For the step at which a run was blocked, when a person lets it go on there.
    /// </param>
    public sealed record ToStep(string Step, bool SameAttempt = false) : Next;

    /// <summary>Wait for a person at this gate.</summary>
    public sealed record AtGate(string Gate) : Next;

    /// <summary>End well.</summary>
    public sealed record Succeeded : Next;

    /// <summary>End with findings.</summary>
    public sealed record Failed(IReadOnlyList<string> Codes) : Next;

    /// <summary>End because going on would not help.</summary>
    /// <param name="Signature">The reason as a stable code.</param>
    /// <param name="Sentence">The reason in plain words.</param>
    public sealed record Blocked(string Signature, string Sentence) : Next;
}
