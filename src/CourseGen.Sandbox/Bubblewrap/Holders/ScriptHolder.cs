using System.Globalization;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>A holder that is a process, which scripts lead to (Scripts/holder.sh, Scripts/enter.sh). Any user's can be.</summary>
internal sealed class ScriptHolder : Holder
{
    private readonly WorkFolder _work;
    private readonly HolderPlan _plan;
    private readonly HolderProcess _process;
    private readonly string _first;

    private ScriptHolder(WorkFolder work, HolderPlan plan, Child started, int first)
    {
        _work = work;
        _plan = plan;
        _process = new HolderProcess(started, first);
        _first = first.ToString(CultureInfo.InvariantCulture);
        Namespaces =
        [
            "--target", _first, "--mount", "--pid", "--ipc",
            .. !plan.Spec.HostNetwork ? ["--net"] : Array.Empty<string>(),
            .. Slots.IsRoot ? Array.Empty<string>() : ["--user", "--preserve-credentials"],
        ];
    }

    public override IReadOnlyList<string> Namespaces { get; }

    public override bool CarriesCalls => _process.IsThere;

    /// <inheritdoc cref="Holder.Start"/>
    public static new ScriptHolder Start(WorkFolder work, HolderPlan plan, CancellationToken cancellation)
    {
        SessionFiles.WriteMounts(plan.Folder, plan.Mounts);
        SessionFiles.WriteBoxes(plan);
        var started = Child.Start("unshare",
        [
            "--mount", "--pid", "--ipc", "--fork", "--kill-child", "--mount-proc",
            .. plan.Spec.HostNetwork ? Array.Empty<string>() : ["--net"],
            .. Slots.IsRoot ? Array.Empty<string>() : ["--user", "--map-root-user"],
            .. HolderProcess.Program(work, plan, work.SkeletonFile, plan.Spec.HostNetwork ? "host" : "own"),
        ]);
        ScriptHolder? holder = null;
        using var kill = cancellation.Register(() => started.Input!.Dispose());
        try
        {
            using var said = new StreamReader(new FileStream(started.Output, FileAccess.Read, bufferSize: 0));
            if (said.ReadLine() == "ready")
                return holder = new ScriptHolder(work, plan, started, FirstProcessOf(started));
            using var complaint = new StreamReader(new FileStream(started.Error, FileAccess.Read));
            cancellation.ThrowIfCancellationRequested();
            throw new SandboxException($"the session's namespaces did not come up: {complaint.ReadToEnd().Trim()}");
        }
        finally
        {
            if (holder is null)
            {
                started.Input!.Dispose();
                _ = started.ExitStatus();
                started.Dispose();
            }
        }
    }

    public override string Reach(string path) => $"/proc/{_first}/root{path}";

    /// <summary>A shell goes in and becomes bubblewrap.</summary>
    public override StartedBox StartCommand(Side side, Command command)
    {
        using var nothing = OpenEmptyInput(side, command);
        var (user, limits) = (Slots.Of(side), _plan.Spec.Limits);
        string[] program =
        [
            _work.Script("enter.sh"), _plan.Folder, SessionFiles.NameOf(side), user.ToString(CultureInfo.InvariantCulture),
            limits.OpenFiles.ToString(CultureInfo.InvariantCulture), _plan.Boxes.ProcessLimit(limits), "-", string.Join(' ', Namespaces), .. BoxFlags.Of(command),
        ];
        return StartedBox.Start(account => Child.Start("sh", program, new(nothing, user) { More = [(account, 7)] }));
    }

    /// <remarks>What was started becomes nsenter, whose child it is.</remarks>
    public override IReadOnlyList<int> BubblewrapOf(Child started) => ProcessTree.ChildrenOf(started.Id);

    public override Health AskHealth(HealthPlan plan, CancellationToken cancellation) => new HealthQuestion(_work, Namespaces, plan).Ask(cancellation);

    public override ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <remarks>What was started is unshare, which has one child, the first process of the namespace.</remarks>
    private static int FirstProcessOf(Child unshare) =>
        ProcessTree.ChildrenOf(unshare.Id) is [var first]
            ? first
            : throw new SandboxException("the session's first process cannot be found; does /proc list children of processes here?");
}
