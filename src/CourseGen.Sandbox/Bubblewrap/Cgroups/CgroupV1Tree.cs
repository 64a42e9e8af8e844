using System.Globalization;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap.Cgroups;

/// <summary>Control groups of the first version: one hierarchy for each controller.</summary>
internal sealed class CgroupV1Tree : CgroupTree
{
    private const string MemoryController = "memory";
    private const string ProcessController = "pids";
    private const string CpuController = "cpuacct";
    private const string JoinFile = "tasks";

    private readonly Dictionary<string, string> _parents;

    // The files by which a thread comes back to where this process is.
    private readonly IReadOnlyList<string> _homes;

    private CgroupV1Tree(Dictionary<string, string> parents, IReadOnlyList<string> homes)
    {
        _parents = parents;
        _homes = homes;
    }

    public override string Name => "cgroup v1";

    public override bool HasMemory => _parents.ContainsKey(MemoryController);

    public override bool HasProcesses => _parents.ContainsKey(ProcessController);

    public override bool HasCpu => _parents.ContainsKey(CpuController);

    public override IReadOnlyList<string> Parents => [.. _parents.Values];

    /// <summary>Takes the controllers that are mounted and may be used; null when there is none.</summary>
    public static CgroupV1Tree? TryOpen(IReadOnlyList<CgroupMount> mounts)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var homes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var controller in new[] { MemoryController, ProcessController, CpuController })
        {
            var mount = mounts.FirstOrDefault(mount => !mount.Unified && mount.Options.Contains(controller));
            if (mount is not null && TryMakeFolder(Path.Combine(mount.Folder, FolderName)))
            {
                found.Add(controller, Path.Combine(mount.Folder, FolderName));
                homes.Add(Path.Combine(HomeIn(mount.Folder, controller), JoinFile));
            }
        }

        return found.Count > 0 ? new CgroupV1Tree(found, [.. homes]) : null;
    }

    protected override Cgroup CreateGroup(string name, Limits limits)
    {
        var folders = _parents.ToDictionary(
            parent => parent.Key, parent => Path.Combine(parent.Value, name), StringComparer.Ordinal);
        foreach (var folder in folders.Values)
            Directory.CreateDirectory(folder);
        if (folders.TryGetValue(MemoryController, out var memory))
        {
            var bytes = limits.MemoryBytes.ToString(CultureInfo.InvariantCulture);
            File.WriteAllText(Path.Combine(memory, "memory.limit_in_bytes"), bytes);
            WriteIfPresent(Path.Combine(memory, "memory.memsw.limit_in_bytes"), bytes);
        }

        if (folders.TryGetValue(ProcessController, out var processes))
        {
            var count = limits.Processes + OwnProcesses;
            File.WriteAllText(Path.Combine(processes, "pids.max"), count.ToString(CultureInfo.InvariantCulture));
        }

        return new Group(folders, _homes);
    }

    /// <remarks>Within a container the hierarchy may begin with this process's own group, whose path then leads nowhere.</remarks>
    private static string HomeIn(string hierarchy, string controller)
    {
        var own = from line in File.ReadLines("/proc/self/cgroup")
                  let fields = line.Split(':', 3)
                  where fields[1].Split(',').Contains(controller)
                  select Path.Join(hierarchy, fields[2]);
        return own.FirstOrDefault(Directory.Exists) ?? hierarchy;
    }

    private static bool TryMakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return Libc.MayWrite(folder);
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed class Group(Dictionary<string, string> folders, IReadOnlyList<string> homes) : Cgroup
    {
        public override IReadOnlyList<string> Folders => [.. folders.Values.Distinct(StringComparer.Ordinal)];

        /// <remarks>
        /// A thread that moves itself by <c>tasks</c> spares the kernel a lock over all processes of the machine, which
        /// <c>cgroup.procs</c> takes and waits about ten milliseconds for.
        /// </remarks>
        public override IReadOnlyList<string> JoinFiles => [.. Folders.Select(folder => Path.Combine(folder, JoinFile))];

        public override (IReadOnlyList<string> Join, IReadOnlyList<string> Return) ThreadFiles => (JoinFiles, homes);

        public override bool LimitsProcesses => folders.ContainsKey(ProcessController);

        public override TimeSpan Cpu => TimeSpan.FromTicks(Number(FileOf(CpuController, "cpuacct.usage")) / 100);

        public override long MemoryBytes => Number(FileOf(MemoryController, "memory.usage_in_bytes"));

        public override long PeakMemoryBytes => Number(FileOf(MemoryController, "memory.max_usage_in_bytes"));

        public override int Processes => (int)Number(FileOf(ProcessController, "pids.current"));

        public override int PeakProcesses => (int)Number(FileOf(ProcessController, "pids.peak"));

        public override long MemoryKills => Number(FileOf(MemoryController, "memory.oom_control"), "oom_kill");

        public override long ProcessRefusals => Number(FileOf(ProcessController, "pids.events"), "max");

        public override void Kill() => KillListed(folders.Values.First());

        private string? FileOf(string controller, string file) =>
            folders.TryGetValue(controller, out var folder) ? Path.Combine(folder, file) : null;
    }
}
