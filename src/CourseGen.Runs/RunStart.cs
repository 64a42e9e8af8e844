namespace CourseGen.Runs;

/// <summary>What to start.</summary>
/// <param name="Kind">The name of a run kind.</param>
/// <param name="Title">What lists show.</param>
/// <param name="Input">What the run is about, as JSON.</param>
/// <param name="Id">The id the run shall have, so that starting it twice starts it once; null: a new one.</param>
public sealed record RunStart(string Kind, string Title, string Input, RunId? Id = null);

/// <summary>What a person decided at a gate.</summary>
public sealed record GateDecision(string Gate, bool Approved, string? Comment, string By);
