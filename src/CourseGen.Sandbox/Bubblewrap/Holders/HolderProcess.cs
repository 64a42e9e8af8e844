using System.Globalization;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>The processes of a session that belong to no box (Scripts/holder.sh), in a process namespace of their own.</summary>
internal sealed class HolderProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndingBound = TimeSpan.FromSeconds(10);

    private readonly Child _started;
    private readonly SafeFileHandle _first;

    /// <param name="started">What was started.</param>
    /// <param name="first">The first process of the namespace, as the host counts.</param>
    public HolderProcess(Child started, int first)
    {
        _started = started;
        _first = Libc.OpenProcess(first) ?? throw new SandboxException("the session's first process is gone");
    }

    /// <summary>The program that carries a session's calls, and what scripts lay out beforehand.</summary>
    public static IReadOnlyList<string> Program(WorkFolder work, HolderPlan plan, string skeleton, string network) =>
    [
        plan.Settings.Init, "--", "sh", work.Script("holder.sh"), plan.Folder, work.ScriptsFolder, skeleton, network,
        Slots.Learner.ToString(CultureInfo.InvariantCulture), plan.Spec.Limits.OpenFiles.ToString(CultureInfo.InvariantCulture), plan.Boxes.ProcessLimit(plan.Spec.Limits),
    ];

    /// <summary>Whether it still runs.</summary>
    public bool IsThere => !Libc.WaitForEnd(_started.Ending, TimeSpan.Zero);

    /// <summary>Ends all of them, and waits until they are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        // With the first process of a namespace, the kernel ends all others.
        Libc.Kill(_first);
        if (await Task.Run(() => Libc.WaitForEnd(_started.Ending, EndingBound)))
            _ = _started.ExitStatus();
        _started.Dispose();
        _first.Dispose();
    }
}
