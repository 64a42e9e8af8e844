using System.Diagnostics;
using System.Globalization;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>The process tree that holds a session's namespaces open (Scripts/holder.sh).</summary>
internal sealed class Holder : IAsyncDisposable
{
    private static readonly TimeSpan EndingBound = TimeSpan.FromSeconds(10);

    private readonly Process _outer;

    private Holder(Process outer, int process, bool hasOwnNetwork)
    {
        _outer = outer;
        HasOwnNetwork = hasOwnNetwork;
        ProcessId = process;
        Process = Libc.OpenProcess(process) ?? throw new SandboxException("the session's first process is gone");
    }

    /// <summary>The first process of the session's process namespace, as the host counts.</summary>
    public int ProcessId { get; }

    /// <summary>The same, as a descriptor that stays its own.</summary>
    public SafeFileHandle Process { get; }

    /// <summary>Whether the session has a network of its own.</summary>
    public bool HasOwnNetwork { get; }

    /// <summary>Starts a holder and waits until its file systems lie ready. Blocks; for a thread of the caller's own.</summary>
    /// <exception cref="SandboxException">It did not come up.</exception>
    public static Holder Start(string folder, WorkFolder work, SessionSpec spec, string processes, CancellationToken cancellation)
    {
        var started = HostProcess.Start("setsid", Arguments(folder, work, spec, processes));
        using var kill = cancellation.Register(started.StandardInput.Close);
        var complaint = "";
        while (started.StandardOutput.ReadLine() is { } line)
        {
            if (line == "ready")
                return new Holder(started, FindFirstProcess(started), !spec.HostNetwork);
            complaint += line + '\n';
        }

        started.WaitForExit();
        started.Dispose();
        cancellation.ThrowIfCancellationRequested();
        throw new SandboxException($"the session's namespaces did not come up: {complaint.Trim()}");
    }

    /// <summary>A path of the session's mount namespace, as the host reaches it.</summary>
    public string Reach(string path) => $"/proc/{ProcessId.ToString(CultureInfo.InvariantCulture)}/root{path}";

    /// <summary>The flags of <c>nsenter</c> for the session's namespaces.</summary>
    public IReadOnlyList<string> Namespaces =>
    [
        "--target", ProcessId.ToString(CultureInfo.InvariantCulture), "--mount", "--pid", "--ipc",
        .. HasOwnNetwork ? ["--net"] : Array.Empty<string>(),
        .. Slots.IsRoot ? Array.Empty<string>() : ["--user", "--preserve-credentials"],
    ];

    /// <summary>The same, as the kernel counts kinds of namespaces.</summary>
    public int NamespaceKinds => Libc.MountNamespace | Libc.ProcessNamespace | Libc.IpcNamespace | (HasOwnNetwork ? Libc.NetworkNamespace : 0);

    /// <summary>Moves the calling thread into the session's network. Only root may.</summary>
    /// <exception cref="SandboxException">The session is gone.</exception>
    public void EnterNetwork()
    {
        if (HasOwnNetwork && !Libc.EnterNetwork(ProcessId))
            throw new SandboxException("the session's network cannot be entered; its first process may be gone");
    }

    /// <summary>Ends the holder and with it everything in its namespaces, and waits until it has cleared up.</summary>
    public async ValueTask DisposeAsync()
    {
        _outer.StandardInput.Close();
        using var bound = new CancellationTokenSource(EndingBound);
        try
        {
            await _outer.WaitForExitAsync(bound.Token);
        }
        catch (OperationCanceledException)
        {
            _ = Libc.Kill(ProcessId, Libc.SigKill);
        }

        _outer.Dispose();
        Process.Dispose();
    }

    private static string[] Arguments(string folder, WorkFolder work, SessionSpec spec, string processes) =>
    [
        "sh", work.Script("session.sh"), folder,
        "unshare", "--mount", "--pid", "--ipc", "--fork", "--kill-child", "--mount-proc",
        .. spec.HostNetwork ? Array.Empty<string>() : ["--net"],
        .. Slots.IsRoot ? Array.Empty<string>() : ["--user", "--map-root-user"],
        "tini", "--", "sh", work.Script("holder.sh"), folder, work.ScriptsFolder, work.SkeletonFile,
        spec.HostNetwork ? "host" : "own", Slots.Learner.ToString(CultureInfo.InvariantCulture),
        spec.Limits.OpenFiles.ToString(CultureInfo.InvariantCulture), processes,
    ];

    /// <remarks>The outer shell has one child, unshare, and that has one, the first process of the namespace.</remarks>
    private static int FindFirstProcess(Process outer)
    {
        if (ProcessTree.ChildrenOf(outer.Id) is [var unshare] && ProcessTree.ChildrenOf(unshare) is [var first])
            return first;
        outer.StandardInput.Close();
        throw new SandboxException("the session's first process cannot be found; does /proc list children of processes here?");
    }
}
