namespace CourseGen.Models;

/// <summary>Outcomes of a call that are no faults, as they are stored.</summary>
public static class CallOutcomes
{
    /// <summary>There is an accepted answer.</summary>
    public const string Answered = "answered";

    /// <summary>The caller gave up.</summary>
    public const string Cancelled = "cancelled";
}
