using System.Globalization;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap.Cgroups;

/// <summary>Control groups of the second version: one hierarchy for all controllers.</summary>
internal sealed class CgroupV2Tree : CgroupTree
{
    private static readonly string[] Controllers = ["memory", "pids"];

    private const string EngineFolderName = "engine";
    private const int MostTries = 100;

    private readonly string _parent;

    private CgroupV2Tree(string parent) => _parent = parent;

    public override string Name => "cgroup v2";

    public override bool HasMemory => true;

    public override bool HasProcesses => true;

    public override bool HasCpu => true;

    public override IReadOnlyList<string> Parents => [_parent];

    /// <summary>
    /// Takes the root of the hierarchy, or the group this process is in, which root may have given to its user: the first
    /// below which memory and processes can be limited. Null when there is none; a hierarchy whose controllers are in
    /// use by the first version has nothing to give.
    /// </summary>
    public static CgroupV2Tree? TryOpen(IReadOnlyList<CgroupMount> mounts) =>
        mounts.FirstOrDefault(mount => mount.Unified) is { } mount
            ? TryUse(mount.Folder, isOwn: false) ?? (Own() is { } own ? TryUse(GivenTo(mount.Folder, own), isOwn: true) : null)
            : null;

    protected override Cgroup CreateGroup(string name, Limits limits)
    {
        var folder = Path.Combine(_parent, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "memory.max"), limits.MemoryBytes.ToString(CultureInfo.InvariantCulture));
        WriteIfPresent(Path.Combine(folder, "memory.swap.max"), "0");
        var processes = limits.Processes + OwnProcesses;
        File.WriteAllText(Path.Combine(folder, "pids.max"), processes.ToString(CultureInfo.InvariantCulture));
        return new Group(folder);
    }

    private static CgroupV2Tree? TryUse(string root, bool isOwn)
    {
        var folder = Path.Combine(root, FolderName);
        try
        {
            if (!Offers(root))
                return null;
            if (isOwn)
                MakeRoom(root);
            GiveToChildren(root);
            Directory.CreateDirectory(folder);
            if (!Offers(folder) || !Libc.MayWrite(folder))
                return null;
            GiveToChildren(folder);
            return new CgroupV2Tree(folder);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <remarks>
    /// A group that has processes of its own cannot give controllers to children: those of a group that was given to
    /// this user, the engine's among them, move into a child. In somebody else's group the first write is refused. What one
    /// of them starts before it is moved is there the next time.
    /// </remarks>
    private static void MakeRoom(string folder)
    {
        var room = Path.Combine(folder, EngineFolderName);
        Directory.CreateDirectory(room);
        for (var tries = 0; tries < MostTries && Cgroup.Listed(folder) is { Count: > 0 } processes; tries++)
        {
            foreach (var process in processes)
                Move(process, room);
        }
    }

    private static void Move(int process, string group)
    {
        try
        {
            File.WriteAllText(Path.Combine(group, "cgroup.procs"), process.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException) when (ProcessTree.StartOf(process) is null)
        {
            // It has ended meanwhile.
        }
    }

    private static bool Offers(string folder)
    {
        var offered = File.ReadAllText(Path.Combine(folder, "cgroup.controllers")).Split((char[]?)null);
        return Controllers.All(offered.Contains);
    }

    private static void GiveToChildren(string folder)
    {
        var file = Path.Combine(folder, "cgroup.subtree_control");
        var given = File.ReadAllText(file).Split((char[]?)null);
        foreach (var controller in Controllers.Except(given, StringComparer.Ordinal))
            File.WriteAllText(file, $"+{controller}");
    }

    private static string? Own() =>
        File.ReadLines("/proc/self/cgroup").FirstOrDefault(line => line.StartsWith("0::", StringComparison.Ordinal))?[3..];

    /// <summary>The folder of the group that was given to this process's user.</summary>
    /// <remarks>Where an engine has made room before, this one's parent's or one that is no more, it is the one above.</remarks>
    /// <param name="hierarchy">Where the hierarchy is mounted.</param>
    /// <param name="own">The group that this process is in, below that.</param>
    internal static string GivenTo(string hierarchy, string own)
    {
        var above = Path.Join(hierarchy, Path.GetDirectoryName(own));
        return Path.GetFileName(own) == EngineFolderName && Libc.MayWrite(Path.Combine(above, FolderName)) ? above : Path.Join(hierarchy, own);
    }

    private sealed class Group(string folder) : Cgroup
    {
        public override IReadOnlyList<string> Folders => [folder];

        public override IReadOnlyList<string> JoinFiles => [FileOf("cgroup.procs")];

        public override bool LimitsProcesses => true;

        public override TimeSpan Cpu => TimeSpan.FromMicroseconds(Number(FileOf("cpu.stat"), "usage_usec"));

        public override long MemoryBytes => Number(FileOf("memory.current"));

        public override long PeakMemoryBytes => Number(FileOf("memory.peak"));

        public override int Processes => (int)Number(FileOf("pids.current"));

        public override int PeakProcesses => (int)Number(FileOf("pids.peak"));

        public override long MemoryKills => Number(FileOf("memory.events"), "oom_kill");

        public override long ProcessRefusals => Number(FileOf("pids.events"), "max");

        public override void Kill()
        {
            if (File.Exists(FileOf("cgroup.kill")))
                File.WriteAllText(FileOf("cgroup.kill"), "1");
            else
                KillListed(folder);
        }

        public override void Add(int process) => File.WriteAllText(FileOf("cgroup.procs"), process.ToString(CultureInfo.InvariantCulture));

        private string FileOf(string name) => Path.Combine(folder, name);
    }
}
