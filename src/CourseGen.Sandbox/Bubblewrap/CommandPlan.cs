using CourseGen.Sandbox.Bubblewrap.Holders;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>All that starting and watching one command in a box takes.</summary>
internal sealed class CommandPlan
{
    public CommandPlan(Holder holder, Side side, Command command, Limits limits)
    {
        CommandRules.Check(command);
        Holder = holder;
        Side = side;
        Command = command;
        Limits = limits;
    }

    public Holder Holder { get; }

    public Side Side { get; }

    public Command Command { get; }

    public Limits Limits { get; }

    public required BoxMeter Meter { get; init; }

    /// <summary>The learner's box, when this is a command of the checker.</summary>
    public BoxMeter? LearnerMeter { get; init; }

    /// <summary>What the learner's box may use while the command runs, when the command says so.</summary>
    public LearnerBudget? Budget =>
        (LearnerMeter, Command.LearnerCpu) is ({ } meter, { } most) ? new LearnerBudget(() => meter.Cgroup.Cpu, most) : null;
}
