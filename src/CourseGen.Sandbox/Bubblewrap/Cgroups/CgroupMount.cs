namespace CourseGen.Sandbox.Bubblewrap.Cgroups;

/// <summary>A mounted control group hierarchy.</summary>
/// <param name="Folder">Where it is mounted.</param>
/// <param name="Unified">Whether it is a v2 hierarchy.</param>
/// <param name="Options">The mount options; of a v1 hierarchy its controllers are among them.</param>
internal sealed record CgroupMount(string Folder, bool Unified, IReadOnlyList<string> Options)
{
    /// <summary>Every hierarchy mounted here.</summary>
    public static IReadOnlyList<CgroupMount> All() =>
    [
        .. from line in File.ReadLines("/proc/self/mounts")
           let fields = line.Split(' ')
           where fields.Length > 3 && fields[2] is "cgroup" or "cgroup2"
           select new CgroupMount(fields[1], fields[2] == "cgroup2", fields[3].Split(',')),
    ];
}
