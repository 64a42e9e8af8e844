using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>What the engine promises on this machine, in words for a person.</summary>
internal static class Guarantees
{
    /// <summary>The engine's name on the command line.</summary>
    public const string EngineName = "bubblewrap";

    private const string CgroupRemedy =
        "run the engine as root, or in a control group that was given to its user (systemd: Delegate=yes; cgroup v1: root "
        + "makes the folder coursegen in the hierarchies memory, pids and cpuacct and gives it to the user)";

    /// <summary>What can be told without running anything.</summary>
    public static IReadOnlyList<Guarantee> Of(HostPrograms programs, CgroupTree cgroups) =>
    [
        .. programs.Missing.Select(missing =>
            new Guarantee($"the program {missing.Name} is there", false, Required: true, $"install {missing.Package}")),
        new("system calls are filtered", Libseccomp.IsInstalled(), Required: true, "install libseccomp2"),
        new("boxes run as users that own nothing on the host", Slots.IsRoot, Required: false,
            "run the engine as root; otherwise boxes run as its own user, whose files they do not see"),
        new($"memory of a whole box is limited ({cgroups.Name})", cgroups.HasMemory, Required: false, CgroupRemedy),
        new($"processes of a whole box are limited ({cgroups.Name})", cgroups.HasProcesses, Required: false,
            $"{CgroupRemedy}; until then a box is only refused processes by ulimit"),
        new($"CPU time of a whole box is limited ({cgroups.Name})", cgroups.HasCpu, Required: false, CgroupRemedy),
        new("folders of a workspace can be removed", Slots.IsRoot || KernelFile.MemoryKeepsAttributesOfUsers(), Required: false,
            "run the engine as root, or Linux 6.6 or later, whose files in memory keep attributes of users"),
        new("wall time, output and disk are limited", true, Required: true, null),
        new("no network but loopback, no file of the host but its programs", true, Required: true, null),
    ];

    /// <summary>The version of bubblewrap.</summary>
    public static async Task<string> VersionAsync(CancellationToken cancellation)
    {
        using var process = HostProcess.Start("bwrap", ["--version"]);
        var answer = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return answer.Trim().Split(' ')[^1];
    }
}
