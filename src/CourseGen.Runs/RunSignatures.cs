namespace CourseGen.Runs;

/// <summary>The written-out signatures of runs that the engine itself stops.</summary>
public static class RunSignatures
{
    /// <summary>Trouble outside did not go away.</summary>
    public const string OutsideTrouble = "outside_trouble";

    /// <summary>A step met a bug.</summary>
    public const string StepCrashed = "step_crashed";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [OutsideTrouble, StepCrashed];
}
