using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>All that starting and watching one command in a box takes.</summary>
internal sealed class CommandPlan : IDisposable
{
    private readonly SafeFileHandle _account;

    /// <param name="folder">The session's folder.</param>
    public CommandPlan(string folder, Holder holder, Side side, Command command, Limits limits, string processes)
    {
        CommandRules.Check(command);
        Folder = folder;
        Holder = holder;
        Side = side;
        Command = command;
        Limits = limits;
        Processes = processes;
        (_account, Account) = Libc.MakePipe(user: 0);
        Libc.MakeNonBlocking(_account);
        Arguments = [.. BoxFlags.Assignments(command.Environment), .. BoxFlags.BeforeCommand, .. command.Arguments];
    }

    /// <summary>The session's folder.</summary>
    public string Folder { get; }

    public Holder Holder { get; }

    public Side Side { get; }

    public Command Command { get; }

    public Limits Limits { get; }

    /// <summary>The process limit, where no control group has it; otherwise <c>-</c>.</summary>
    public string Processes { get; }

    /// <summary>The user of the host that the command runs as.</summary>
    public int User => Slots.Of(Side);

    /// <summary>The pipe for bubblewrap's own account of the ending, which is shorter than what a pipe holds.</summary>
    public SafeFileHandle Account { get; }

    /// <summary>Bubblewrap's arguments that follow those of the box.</summary>
    public IReadOnlyList<string> Arguments { get; }

    public required BoxMeter Meter { get; init; }

    /// <summary>The learner's box, when this is a command of the checker.</summary>
    public BoxMeter? LearnerMeter { get; init; }

    /// <summary>What the learner's box may use while the command runs, when the command says so.</summary>
    public LearnerBudget? Budget =>
        (LearnerMeter, Command.LearnerCpu) is ({ } meter, { } most) ? new LearnerBudget(() => meter.Cgroup.Cpu, most) : null;

    /// <summary>The empty standard input of a command without one; null when there is one.</summary>
    /// <remarks>It is the box's own, by which a call from box to box sees that it has nothing to carry.</remarks>
    public SafeFileHandle? OpenEmptyInput() =>
        Command.Input.IsEmpty ? File.OpenHandle(Holder.Reach($"/mnt/{SessionFiles.NameOf(Side)}/dev/null")) : null;

    /// <summary>Whether bubblewrap has seen the program end: without it, an exit status is not the program's.</summary>
    public bool HasRun() => KernelFile.ReadPage(_account).Contains("exit-code", StringComparison.Ordinal);

    public void Dispose()
    {
        _account.Dispose();
        Account.Dispose();
    }
}
