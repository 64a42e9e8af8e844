using System.Globalization;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>The processes that hold a session's namespaces open and carry its calls (Scripts/holder.sh).</summary>
internal sealed class Holder : IAsyncDisposable
{
    private static readonly TimeSpan EndingBound = TimeSpan.FromSeconds(10);

    private readonly Child _started;
    private readonly BoxSettings _settings;

    private Holder(Child started, int first, BoxSettings settings, bool hasOwnNetwork)
    {
        _started = started;
        _settings = settings;
        HasOwnNetwork = hasOwnNetwork;
        ProcessId = first;
        Process = Libc.OpenProcess(first) ?? throw new SandboxException("the session's first process is gone");
    }

    /// <summary>The first process of the session's process namespace, as the host counts.</summary>
    public int ProcessId { get; }

    /// <summary>The same, as a descriptor that stays its own.</summary>
    public SafeFileHandle Process { get; }

    /// <summary>Whether the session has a network of its own.</summary>
    public bool HasOwnNetwork { get; }

    /// <summary>The kinds of namespaces that it holds.</summary>
    public int NamespaceKinds => Kinds(_settings, HasOwnNetwork);

    /// <summary>The same, as flags of <c>nsenter</c>.</summary>
    public IReadOnlyList<string> Namespaces =>
    [
        "--target", ProcessId.ToString(CultureInfo.InvariantCulture), "--mount", "--pid", "--ipc",
        .. HasOwnNetwork ? ["--net"] : Array.Empty<string>(),
        .. Slots.IsRoot ? Array.Empty<string>() : ["--user", "--preserve-credentials"],
    ];

    /// <summary>Starts a holder and waits until its file systems lie ready. Blocks; for a thread of the caller's own.</summary>
    /// <exception cref="SandboxException">It did not come up.</exception>
    public static Holder Start(WorkFolder work, HolderPlan plan, CancellationToken cancellation)
    {
        var (folder, settings, mounts, spec) = plan;
        var started = settings.Skeleton is { } skeleton
            ? ByLauncher(settings, skeleton, mounts, spec, Program(work, plan, "-", "-"))
            : ByScript(settings, folder, mounts, spec, Program(work, plan, work.SkeletonFile, spec.HostNetwork ? "host" : "own"));
        Holder? holder = null;
        using var kill = cancellation.Register(() => started.Input!.Dispose());
        try
        {
            using var said = new StreamReader(new FileStream(started.Output, FileAccess.Read, bufferSize: 0));
            if (said.ReadLine() == "ready")
                return holder = new Holder(started, settings.Skeleton is null ? FirstProcessOf(started) : started.Id, settings, !spec.HostNetwork);
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

    /// <summary>A path of the session's mount namespace, as the host reaches it.</summary>
    public string Reach(string path) => $"/proc/{ProcessId.ToString(CultureInfo.InvariantCulture)}/root{path}";

    /// <summary>Does something while the calling thread, and nobody else of this process, is in the session's network, where there is a launcher.</summary>
    /// <remarks>
    /// No more than has to be done there: a thread that the runtime came to start from this one would be there for good.
    /// </remarks>
    /// <exception cref="SandboxException">The session is gone.</exception>
    public T InNetwork<T>(Func<T> something)
    {
        if (!HasOwnNetwork)
            return something();
        if (ThreadCalls.Enter(Process, Libc.NetworkNamespace) != 0)
            throw new SandboxException("the session's network cannot be entered; its first process may be gone");
        try
        {
            return something();
        }
        finally
        {
            if (ThreadCalls.Enter(Launcher.Home, Libc.NetworkNamespace) != 0)
                Environment.FailFast("A thread cannot come back from a session's network.");
        }
    }

    /// <summary>Ends everything in the namespaces, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        // With the first process of a namespace, the kernel ends all others.
        Libc.Kill(Process);
        if (await Task.Run(() => Libc.WaitForEnd(_started.Ending, EndingBound)))
            _ = _started.ExitStatus();
        _started.Dispose();
        Process.Dispose();
    }

    private static Child ByLauncher(BoxSettings settings, Layout skeleton, SessionMounts mounts, SessionSpec spec, IReadOnlyList<string> program)
    {
        using var sources = SessionLayout.Sources(mounts.Sources, network: !spec.HostNetwork);
        using var boxes = SessionLayout.Boxes(mounts.Boxes);
        var place = new Place { Namespaces = Kinds(settings, !spec.HostNetwork), Layouts = [sources, skeleton, boxes] };
        // Only a process of the new process namespace can mount its processes.
        return Child.Start("unshare", ["--mount-proc", settings.Init, "--", .. program], new() { Start = (prepared, out id) => Launcher.Start(prepared, place, out id) });
    }

    private static Child ByScript(BoxSettings settings, string folder, SessionMounts mounts, SessionSpec spec, IReadOnlyList<string> program)
    {
        SessionFiles.WriteMounts(folder, mounts);
        return Child.Start("unshare",
        [
            "--mount", "--pid", "--ipc", "--fork", "--kill-child", "--mount-proc",
            .. spec.HostNetwork ? Array.Empty<string>() : ["--net"],
            .. Slots.IsRoot ? Array.Empty<string>() : ["--user", "--map-root-user"],
            settings.Init, "--", .. program,
        ]);
    }

    private static string[] Program(WorkFolder work, HolderPlan plan, string skeleton, string network) =>
    [
        "sh", work.Script("holder.sh"), plan.Folder, work.ScriptsFolder, skeleton, network, Slots.Learner.ToString(CultureInfo.InvariantCulture),
        plan.Spec.Limits.OpenFiles.ToString(CultureInfo.InvariantCulture), plan.Processes,
    ];

    private static int Kinds(BoxSettings settings, bool hasOwnNetwork) => settings.Namespaces | (hasOwnNetwork ? settings.Network : 0);

    /// <remarks>What was started is unshare, which has one child, the first process of the namespace.</remarks>
    private static int FirstProcessOf(Child unshare) =>
        ProcessTree.ChildrenOf(unshare.Id) is [var first]
            ? first
            : throw new SandboxException("the session's first process cannot be found; does /proc list children of processes here?");
}

/// <summary>What a holder is to hold.</summary>
/// <param name="Folder">The session's folder.</param>
/// <param name="Settings">What all sessions have in common.</param>
/// <param name="Mounts">The session's mounts.</param>
/// <param name="Spec">What the session is to have.</param>
internal sealed record HolderPlan(string Folder, BoxSettings Settings, SessionMounts Mounts, SessionSpec Spec)
{
    /// <summary>The process limit of a command in its boxes, where no control group has it; otherwise <c>-</c>.</summary>
    public required string Processes { get; init; }
}
