using System.Text;
using CourseGen.Sandbox.Host;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>
/// Holds a session's namespaces until the session ends, and leads into them (docs/adr/0012-a-launcher-thread.md).
/// </summary>
internal abstract class Holder : IAsyncDisposable
{
    /// <summary>Makes a session's namespaces with its file systems in them. Blocks; for a thread of the caller's own.</summary>
    /// <exception cref="SandboxException">They did not come up.</exception>
    public static Holder Start(WorkFolder work, HolderPlan plan, CancellationToken cancellation) =>
        plan.Settings.Skeletons is { } skeletons ? LauncherHolder.Make(work, plan, skeletons) : ScriptHolder.Start(work, plan, cancellation);

    /// <summary>The namespaces, as flags of <c>nsenter</c>.</summary>
    public abstract IReadOnlyList<string> Namespaces { get; }

    /// <summary>Whether calls from box to box are carried; there has been a command that may make some.</summary>
    public abstract bool CarriesCalls { get; }

    /// <summary>A path of the session's mount namespace, as the host reaches it.</summary>
    /// <exception cref="SandboxException">The session is over.</exception>
    public abstract string Reach(string path);

    /// <summary>Starts bubblewrap with a command. Bubblewrap ends with this process.</summary>
    /// <exception cref="SandboxException">It cannot be started, or the session is gone.</exception>
    public abstract StartedBox StartCommand(Side side, Command command);

    /// <summary>Makes ready for the next command of a side, where that is possible.</summary>
    public virtual void MakeReady(Side side)
    {
        // A box that waits is worth it where starting it is quick.
    }

    /// <summary>The process of bubblewrap, once it is there.</summary>
    public abstract IReadOnlyList<int> BubblewrapOf(Child started);

    /// <summary>Asks a web service until it answers. Blocks; for a thread of the caller's own.</summary>
    public abstract Health AskHealth(HealthPlan plan, CancellationToken cancellation);

    /// <summary>Ends everything in the namespaces, and waits until it is gone.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>The empty standard input of a command without one; null when there is one.</summary>
    /// <remarks>It is the box's own, by which a call from box to box sees that it has nothing to carry.</remarks>
    protected SafeFileHandle? OpenEmptyInput(Side side, Command command) =>
        command.Input.IsEmpty ? File.OpenHandle(Reach($"/mnt/{SessionFiles.NameOf(side)}/dev/null")) : null;
}

/// <summary>What a holder is to hold.</summary>
/// <param name="Folder">The session's folder.</param>
/// <param name="Settings">What all sessions have in common.</param>
/// <param name="Mounts">The session's mounts.</param>
/// <param name="Spec">What the session is to have.</param>
/// <param name="Boxes">The control groups of its boxes.</param>
internal sealed record HolderPlan(string Folder, BoxSettings Settings, SessionMounts Mounts, SessionSpec Spec, Boxes Boxes)
{
    /// <summary>Bubblewrap's arguments for a box, each ended by a zero byte.</summary>
    public byte[] ArgumentsOf(Side side) =>
        Encoding.UTF8.GetBytes(string.Concat(BoxFlags.For(side, Spec, Settings).Select(flag => flag + '\0')));
}

/// <summary>What to ask a web service.</summary>
/// <param name="Service">The service itself, which may end meanwhile.</param>
/// <param name="Within">How long it may take to answer.</param>
internal sealed record HealthPlan(Task<CommandResult> Service, int Port, string Path, TimeSpan Within);
