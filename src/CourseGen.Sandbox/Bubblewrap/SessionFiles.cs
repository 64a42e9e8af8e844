using System.Text;
using CourseGen.Sandbox.Bubblewrap.Cgroups;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Writes the files in a session's folder that its scripts work from.</summary>
internal static class SessionFiles
{
    /// <summary>Writes the mounts, for scripts.</summary>
    public static void WriteMounts(string folder, SessionMounts mounts)
    {
        WriteLines(folder, "sources.fstab", mounts.Sources.Select(mount => mount.Line));
        WriteLines(folder, "boxes.fstab", mounts.Boxes.Select(mount => mount.Line));
    }

    /// <summary>Writes the arguments of both boxes and the groups their commands join.</summary>
    public static void WriteBox(string folder, Side side, IReadOnlyList<string> flags, Cgroup cgroup)
    {
        var name = NameOf(side);
        File.WriteAllBytes(ArgumentsOf(folder, side), Encoding.UTF8.GetBytes(string.Concat(flags.Select(flag => flag + '\0'))));
        WriteLines(folder, $"{name}.groups", cgroup.JoinFiles);
    }

    /// <summary>Where the arguments of a box stand.</summary>
    public static string ArgumentsOf(string folder, Side side) => Path.Combine(folder, $"{NameOf(side)}.args");

    /// <summary>Writes which control groups to remove at the end.</summary>
    public static void WriteGroups(string folder, IEnumerable<Cgroup> cgroups) =>
        WriteLines(folder, "groups", cgroups.SelectMany(cgroup => cgroup.Folders));

    /// <summary>What a side is called in scripts.</summary>
    public static string NameOf(Side side) => side == Side.Learner ? "learner" : "checker";

    private static void WriteLines(string folder, string name, IEnumerable<string> lines) =>
        File.WriteAllText(Path.Combine(folder, name), string.Concat(lines.Select(line => line + '\n')));
}
