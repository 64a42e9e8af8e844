namespace CourseGen.Runs;

/// <summary>A checkpoint of a run.</summary>
public sealed record RunItem(RunId Run, string Key, string Json);

/// <summary>What an outside call is known by.</summary>
/// <param name="Run">The run.</param>
/// <param name="Step">The step.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Key">What the step calls it.</param>
public sealed record CallKey(RunId Run, string Step, int Attempt, string Key);

/// <summary>A call and its answer.</summary>
/// <param name="Number">Rises in the order of recording, with gaps.</param>
/// <param name="Key">The call.</param>
/// <param name="Answer">What was answered, as JSON.</param>
/// <param name="At">When it was recorded.</param>
public sealed record RecordedCall(long Number, CallKey Key, string Answer, DateTimeOffset At);
