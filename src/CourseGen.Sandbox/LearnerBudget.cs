namespace CourseGen.Sandbox;

/// <summary>Watches how much CPU time the learner's box takes from now on, for a command of the checker that allows only so much.</summary>
/// <param name="used">The CPU time that the box has used in all.</param>
/// <param name="most">How much more it may use.</param>
internal sealed class LearnerBudget(Func<TimeSpan> used, TimeSpan most)
{
    private readonly TimeSpan _before = used();

    /// <summary>The limit, once the box is over it.</summary>
    public Ending.OverLimit? Over(string phase)
    {
        var taken = used() - _before;
        return taken > most ? Ending.OverTime(LimitKind.Cpu, phase, most, taken) : null;
    }
}
