using System.Text;
using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Writes the files in a session's folder that its scripts work from.</summary>
internal static class SessionFiles
{
    // Where the holder builds the session's file systems before it shows them at /mnt.
    private const string RootName = "m";

    // Each of them may be filled up to the limit.
    private static readonly string[] SizedFolders = ["u", "t", "x", "c"];

    /// <summary>Writes the mounts.</summary>
    /// <param name="layers">The layers' folders, lowest first.</param>
    public static void WriteMounts(string folder, SessionSpec spec, BoxRoot boxRoot, IReadOnlyList<string> layers)
    {
        var root = Path.Combine(folder, RootName);
        var size = $"size={spec.Limits.DiskBytes},nr_inodes={spec.Limits.Files}";
        WriteTable(folder, "sizes.fstab",
            SizedFolders
                .Select(name => Line("tmpfs", $"{root}/{name}", "tmpfs", $"{size},mode={(name == "x" ? "0777" : "0711")},X-mount.mkdir"))
                .Prepend(Line("tmpfs", root, "tmpfs", "size=4m,mode=0711")));

        var binds = new List<string>();
        // Shown through an overlay, whose mounts do not tell a box where on the host the image lies.
        if (boxRoot.Folder is { } image)
            binds.AddRange([Bind(image, $"{root}/i"), Line("overlay", "r", "overlay", "ro,nosuid,nodev,lowerdir=i:l/none,X-mount.mkdir")]);
        binds.Add(Line("overlay", "e", "overlay", $"ro,nosuid,nodev,lowerdir={PrivateEtc.MaskFolder}:{boxRoot.Etc}"));
        binds.AddRange(layers.Select((layer, index) => Bind(layer, $"{root}/l/{index}")));
        binds.AddRange(spec.CheckerMounts.Select((mount, index) => Bind(mount.HostFolder, $"{root}/k/{index}")));
        binds.Add(Line("overlay", "w", "overlay", OverlayOptions(layers.Count)));
        binds.Add(Line(root, "/mnt", "none", "rbind"));
        WriteTable(folder, "binds.fstab", binds);
    }

    /// <summary>Writes the arguments of both boxes and the groups their commands join.</summary>
    public static void WriteBox(string folder, Side side, IReadOnlyList<string> flags, Cgroup cgroup)
    {
        var name = NameOf(side);
        File.WriteAllBytes(Path.Combine(folder, $"{name}.args"), Encoding.UTF8.GetBytes(string.Concat(flags.Select(flag => flag + '\0'))));
        WriteLines(Path.Combine(folder, $"{name}.groups"), cgroup.JoinFiles);
    }

    /// <summary>Writes which control groups to remove at the end.</summary>
    public static void WriteGroups(string folder, IEnumerable<Cgroup> cgroups) =>
        WriteLines(Path.Combine(folder, "groups"), cgroups.SelectMany(cgroup => cgroup.Folders));

    /// <summary>What a side is called in scripts.</summary>
    public static string NameOf(Side side) => side == Side.Learner ? "learner" : "checker";

    /// <remarks>
    /// Redirects and metadata copies are off because a layer must mean the same under every overlay. The empty folder
    /// is there for a workspace without layers.
    /// </remarks>
    private static string OverlayOptions(int layers)
    {
        var lower = Enumerable.Range(0, layers).Reverse().Select(index => $"l/{index}").Append("l/none");
        var user = Slots.IsRoot ? "" : ",userxattr";
        return $"nosuid,nodev,lowerdir={string.Join(':', lower)},upperdir=u/up,workdir=u/wk"
            + $",index=off,xino=off,metacopy=off,redirect_dir=nofollow{user}";
    }

    private static string Bind(string from, string to) => Line(from, to, "none", "bind,X-mount.mkdir");

    private static string Line(string source, string target, string type, string options) =>
        $"{Escape(source)} {Escape(target)} {type} {options} 0 0";

    private static string Escape(string path) => path
        .Replace("\\", "\\134", StringComparison.Ordinal).Replace(" ", "\\040", StringComparison.Ordinal)
        .Replace("\t", "\\011", StringComparison.Ordinal).Replace("\n", "\\012", StringComparison.Ordinal)
        .Replace("#", "\\043", StringComparison.Ordinal);

    private static void WriteTable(string folder, string name, IEnumerable<string> lines) =>
        WriteLines(Path.Combine(folder, name), lines);

    private static void WriteLines(string path, IEnumerable<string> lines) =>
        File.WriteAllText(path, string.Concat(lines.Select(line => line + '\n')));
}
