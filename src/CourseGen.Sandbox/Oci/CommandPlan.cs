namespace CourseGen.Sandbox.Oci;

/// <summary>All that watching one command in a box takes.</summary>
/// <param name="Wall">How long it may take by the clock on the wall.</param>
/// <param name="Meter">Who adds up what it uses.</param>
/// <param name="Fill">Asks how full the file systems are that it may fill.</param>
internal sealed record CommandPlan(
    string Phase, TimeSpan Wall, ReadOnlyMemory<byte> Input, Limits Limits, BoxMeter Meter, Func<Task<IReadOnlyList<VolumeFill>>> Fill)
{
    /// <summary>What the learner's box may use while the command runs, when the command says so.</summary>
    public LearnerBudget? Budget { get; init; }
}
