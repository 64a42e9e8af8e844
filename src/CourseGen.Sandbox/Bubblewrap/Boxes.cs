using System.Globalization;
using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>What is the same for the boxes of every session.</summary>
/// <param name="Init">The host's path of the init program.</param>
/// <param name="Root">Whose programs they have.</param>
internal sealed record BoxSettings(string Init, BoxRoot Root)
{
    /// <summary>The namespaces that a session has to itself, besides its network.</summary>
    public int Namespaces { get; init; } = Libc.MountNamespace | Libc.IpcNamespace;

    /// <summary>The namespaces of a session's network when it is its own.</summary>
    public int Network { get; init; } = Libc.NetworkNamespace;

    /// <summary>Changes mounts, which nothing does but tests that show what each is for.</summary>
    public Func<Mount, Mount> Mounting { get; init; } = mount => mount;

    /// <summary>Changes bubblewrap's arguments, which nothing does but tests that show what each is for.</summary>
    public Func<IReadOnlyList<string>, IReadOnlyList<string>> Flagging { get; init; } = flags => flags;

    /// <summary>What sessions begin with, where the launcher lays it out; null where scripts do.</summary>
    public Skeletons? Skeletons { get; init; }
}

/// <summary>What every session begins with, ready to be laid out by the launcher.</summary>
/// <param name="Files">For each session.</param>
/// <param name="Channels">For each that calls from box to box are carried in.</param>
internal sealed record Skeletons(Layout Files, Layout Channels) : IDisposable
{
    public void Dispose()
    {
        Files.Dispose();
        Channels.Dispose();
    }
}

/// <summary>The control groups of a session's two boxes.</summary>
internal sealed record Boxes(Cgroup Learner, Cgroup Checker)
{
    private const int MostTries = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Makes both.</summary>
    public static Boxes Create(CgroupTree cgroups, string session, Limits limits) =>
        new(cgroups.Create($"{session}-learner", limits), cgroups.Create($"{session}-checker", limits));

    /// <summary>That of a side.</summary>
    public Cgroup Of(Side side) => side == Side.Learner ? Learner : Checker;

    /// <summary>The process limit that enter.sh is to set: <c>-</c> where the control group has it.</summary>
    public string ProcessLimit(Limits limits) =>
        Learner.LimitsProcesses ? "-" : limits.Processes.ToString(CultureInfo.InvariantCulture);

    /// <summary>Removes both. A process that is being killed keeps its group busy for a moment.</summary>
    public async Task RemoveAsync()
    {
        List<string> left = [.. Learner.Folders, .. Checker.Folders];
        for (var tries = 0; left.RemoveAll(Sweep.RemoveGroup) >= 0 && left.Count > 0 && tries < MostTries; tries++)
            await Task.Delay(Interval);
    }
}
