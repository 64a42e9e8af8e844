using CourseGen.Sandbox.Bubblewrap.Holders;

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

    /// <summary>Writes what scripts start commands in the boxes by: bubblewrap's arguments, and the groups to join.</summary>
    public static void WriteBoxes(HolderPlan plan)
    {
        foreach (var side in new[] { Side.Learner, Side.Checker })
        {
            var name = NameOf(side);
            File.WriteAllBytes(Path.Combine(plan.Folder, $"{name}.args"), plan.ArgumentsOf(side));
            WriteLines(plan.Folder, $"{name}.groups", plan.Boxes.Of(side).JoinFiles);
        }
    }

    /// <summary>What a side is called in scripts.</summary>
    public static string NameOf(Side side) => side == Side.Learner ? "learner" : "checker";

    private static void WriteLines(string folder, string name, IEnumerable<string> lines) =>
        File.WriteAllText(Path.Combine(folder, name), string.Concat(lines.Select(line => line + '\n')));
}
