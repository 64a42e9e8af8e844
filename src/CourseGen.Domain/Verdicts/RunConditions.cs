namespace CourseGen.Domain.Verdicts;

/// <summary>What is otherwise in one run of a cell than in the others, so that a check which hangs on it disagrees with itself.</summary>
/// <param name="Words">What is otherwise, for a person; empty when nothing is.</param>
/// <param name="Backwards">Whether the row goes through its deliverables from the last to the first.</param>
/// <param name="Loaded">Whether every core is kept busy meanwhile.</param>
/// <param name="TimeZone">The time zone of both boxes, as TZ is written; empty for that of the machine.</param>
public sealed record RunConditions(string Words, bool Backwards = false, bool Loaded = false, string TimeZone = "")
{
    // A whole day from UTC is another date at every hour. The fourth run differs in order alone, so that order shows by itself.
    private static readonly IReadOnlyList<RunConditions> Turns =
    [
        new(""),
        new("deliverables in reverse order, the date of tomorrow", Backwards: true, TimeZone: "<TOMORROW>-24"),
        new("busy cores, another time zone", Loaded: true, TimeZone: "<ELSEWHERE>+9:30"),
        new("deliverables in reverse order", Backwards: true),
    ];

    /// <summary>The conditions of a run, counted from 0.</summary>
    public static RunConditions OfRun(int index) => Turns[index % Turns.Count];

    /// <summary>A run in words, such as "run 2 of 3 (deliverables in reverse order)".</summary>
    public static string Said(int index, int of) =>
        $"run {index + 1} of {of}" + (OfRun(index).Words is { Length: > 0 } words ? $" ({words})" : "");
}
