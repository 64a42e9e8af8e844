using System.Globalization;
using CourseGen.Sandbox.Bubblewrap.Cgroups;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>What is the same for the boxes of every session.</summary>
/// <param name="Init">The host's path of the init program.</param>
/// <param name="Root">Whose programs they have.</param>
internal sealed record BoxSettings(string Init, BoxRoot Root);

/// <summary>The control groups of a session's two boxes.</summary>
internal sealed record Boxes(Cgroup Learner, Cgroup Checker)
{
    /// <summary>Makes both.</summary>
    public static Boxes Create(CgroupTree cgroups, string session, Limits limits) =>
        new(cgroups.Create($"{session}-learner", limits), cgroups.Create($"{session}-checker", limits));

    /// <summary>The process limit that enter.sh is to set: <c>-</c> where the control group has it.</summary>
    public string ProcessLimit(Limits limits) =>
        Learner.LimitsProcesses ? "-" : limits.Processes.ToString(CultureInfo.InvariantCulture);

    /// <summary>Removes both.</summary>
    public void Remove()
    {
        foreach (var group in Learner.Folders.Concat(Checker.Folders))
            Sweep.RemoveGroup(group);
    }
}
