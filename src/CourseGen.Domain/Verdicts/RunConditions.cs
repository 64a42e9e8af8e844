namespace CourseGen.Domain.Verdicts;

/// <summary>What is otherwise in one run of a cell than in the others, so that a check which hangs on it disagrees with itself.</summary>
/// <param name="Words">What is otherwise, for a person; empty when nothing is.</param>
/// <param name="Backwards">Whether the row goes through its deliverables from the last to the first.</param>
/// <param name="Loaded">Whether every core is kept busy meanwhile.</param>
/// <param name="TimeZone">The name of both boxes' time zone; empty for that of the machine.</param>
/// <param name="OtherDate">Whether the time zone is one in which it is another day.</param>
public sealed record RunConditions(string Words, bool Backwards = false, bool Loaded = false, string TimeZone = "", bool OtherDate = false)
{
    // The zones on both ends of a day. Named ones: there are runtimes that read no others.
    private const string Ahead = "Etc/GMT-14";
    private const string Behind = "Etc/GMT+12";

    // The hour of UTC from which it is tomorrow at one end, well before it ceases to be yesterday at the other.
    private const int Turn = 11;

    // The fourth run differs in order alone, so that order shows by itself.
    private static readonly IReadOnlyList<RunConditions> Turns =
    [
        new(""),
        new("deliverables in reverse order, another date", Backwards: true, OtherDate: true),
        new("busy cores, another time zone", Loaded: true, TimeZone: "Pacific/Marquesas"),
        new("deliverables in reverse order", Backwards: true),
    ];

    /// <summary>The conditions of a run, counted from 0.</summary>
    public static RunConditions OfRun(int index) => Turns[index % Turns.Count];

    /// <summary>The value of TZ for a run that begins at a time; empty when it is the machine's own.</summary>
    public string TimeZoneAt(DateTimeOffset now) => !OtherDate ? TimeZone : now.UtcDateTime.Hour >= Turn ? Ahead : Behind;

    /// <summary>A run in words, such as "run 2 of 3 (deliverables in reverse order)".</summary>
    public static string Said(int index, int of) =>
        $"run {index + 1} of {of}" + (OfRun(index).Words is { Length: > 0 } words ? $" ({words})" : "");
}
