using System.Globalization;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>A holder that is a process, which scripts lead to (Scripts/holder.sh, Scripts/enter.sh). Any user's can be.</summary>
internal sealed class ScriptHolder : Holder
{
    private readonly WorkFolder _work;
    private readonly HolderProcess _process;
    private readonly string _first;

    private ScriptHolder(WorkFolder work, Child started, int first, bool hasOwnNetwork)
    {
        _work = work;
        _process = new HolderProcess(started, first);
        _first = first.ToString(CultureInfo.InvariantCulture);
        Namespaces =
        [
            "--target", _first, "--mount", "--pid", "--ipc",
            .. hasOwnNetwork ? ["--net"] : Array.Empty<string>(),
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
            .. Program(work, plan, work.SkeletonFile, plan.Spec.HostNetwork ? "host" : "own"),
        ]);
        ScriptHolder? holder = null;
        using var kill = cancellation.Register(() => started.Input!.Dispose());
        try
        {
            using var said = new StreamReader(new FileStream(started.Output, FileAccess.Read, bufferSize: 0));
            if (said.ReadLine() == "ready")
                return holder = new ScriptHolder(work, started, FirstProcessOf(started), !plan.Spec.HostNetwork);
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
    public override Child StartCommand(CommandPlan plan)
    {
        using var nothing = plan.OpenEmptyInput();
        return Child.Start(
            "sh",
            [
                _work.Script("enter.sh"), plan.Folder, SessionFiles.NameOf(plan.Side), plan.User.ToString(CultureInfo.InvariantCulture),
                plan.Limits.OpenFiles.ToString(CultureInfo.InvariantCulture), plan.Processes, "-", string.Join(' ', Namespaces), .. plan.Arguments,
            ],
            new(nothing, plan.User) { More = [(plan.Account, 7)] });
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
