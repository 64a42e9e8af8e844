namespace CourseGen.Runs;

/// <summary>Somebody else has the run, or changed it meanwhile. Nothing was written; look at the run again.</summary>
public sealed class RunConflictException(RunId run, string sentence) : Exception(sentence)
{
    /// <summary>The run.</summary>
    public RunId Run { get; } = run;
}
