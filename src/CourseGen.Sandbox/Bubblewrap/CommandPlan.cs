using System.Globalization;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>All that starting and watching one command in a box takes.</summary>
internal sealed class CommandPlan
{
    private readonly string _statusFile;

    /// <param name="scripts">The folder of the engine's scripts.</param>
    /// <param name="folder">The session's folder.</param>
    /// <param name="number">Tells the commands of a session apart.</param>
    public CommandPlan(string scripts, string folder, int number, Holder holder, Side side, Command command, Limits limits, string processes)
    {
        CommandRules.Check(command);
        Command = command;
        Limits = limits;
        User = Slots.Of(side);
        _statusFile = Path.Combine(folder, $"status-{number.ToString(CultureInfo.InvariantCulture)}");
        Arguments =
        [
            Path.Combine(scripts, "enter.sh"), folder, SessionFiles.NameOf(side),
            User.ToString(CultureInfo.InvariantCulture),
            limits.OpenFiles.ToString(CultureInfo.InvariantCulture), processes, _statusFile,
            command.Input.IsEmpty ? "-" : "pipe", string.Join(' ', holder.Namespaces),
            .. BoxFlags.Assignments(command.Environment), .. BoxFlags.BeforeCommand, .. command.Arguments,
        ];
    }

    public Command Command { get; }

    public Limits Limits { get; }

    /// <summary>The user of the host that the command runs as.</summary>
    public int User { get; }

    public required BoxMeter Meter { get; init; }

    /// <summary>The learner's box, when this is a command of the checker.</summary>
    public BoxMeter? LearnerMeter { get; init; }

    /// <summary>What the learner's box may use while the command runs, when the command says so.</summary>
    public LearnerBudget? Budget =>
        (LearnerMeter, Command.LearnerCpu) is ({ } meter, { } most) ? new LearnerBudget(() => meter.Cgroup.Cpu, most) : null;

    /// <summary>The arguments of <c>sh</c>.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Whether bubblewrap has seen the program end: without it, an exit status is not the program's.</summary>
    public bool HasRun() =>
        File.Exists(_statusFile) && File.ReadAllText(_statusFile).Contains("exit-code", StringComparison.Ordinal);
}
