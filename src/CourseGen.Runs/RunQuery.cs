namespace CourseGen.Runs;

/// <summary>Which runs to list; what is null does not narrow the list.</summary>
/// <param name="Kind">Only this kind.</param>
/// <param name="Status">Only this status.</param>
/// <param name="Before">The last run of the page before; the list goes on with the next older one.</param>
/// <param name="Take">The most runs to return.</param>
public sealed record RunQuery(string? Kind = null, RunStatus? Status = null, RunId? Before = null, int Take = 50);
