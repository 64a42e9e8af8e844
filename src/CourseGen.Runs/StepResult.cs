namespace CourseGen.Runs;

/// <summary>What a step found out. Trouble outside and bugs are exceptions, not results.</summary>
public abstract record StepResult
{
    private StepResult()
    {
    }

    /// <summary>The step did its work and all is well.</summary>
    /// <param name="Payload">What it found, as JSON.</param>
    public sealed record Passed(string Payload = "{}") : StepResult;

    /// <summary>The step did its work and the work is not good enough.</summary>
    /// <param name="Codes">The codes of the findings.</param>
    /// <param name="Payload">What it found, as JSON.</param>
    public sealed record Failed(IReadOnlyList<string> Codes, string Payload = "{}") : StepResult;
}
