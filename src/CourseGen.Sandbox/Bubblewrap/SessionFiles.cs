using System.Text;
using CourseGen.Sandbox.Bubblewrap.Cgroups;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Writes the files in a session's folder that its scripts work from.</summary>
internal static class SessionFiles
{
    private const string ReadOnly = "bind,ro,nosuid,nodev";

    // Each of them may be filled up to the limit.
    private static readonly string[] SizedFolders = ["u", "t", "x", "c"];

    /// <summary>Writes the mounts.</summary>
    /// <remarks>
    /// What lies on the host is mounted before the session's root covers <c>/mnt</c>, for it may lie there. Every mount
    /// costs each command some time, so that none is there twice that need not be.
    /// </remarks>
    /// <param name="folder">The session's folder.</param>
    /// <param name="mask">The folder that is laid over the host's <c>/etc</c>.</param>
    /// <param name="spec">What the session is to have.</param>
    /// <param name="boxRoot">Whose programs its boxes have.</param>
    /// <param name="layers">The layers' folders, lowest first.</param>
    public static void WriteMounts(string folder, string mask, SessionSpec spec, BoxRoot boxRoot, IReadOnlyList<string> layers)
    {
        var root = Path.Combine(folder, "m");
        var size = $"nosuid,nodev,size={spec.Limits.DiskBytes},nr_inodes={spec.Limits.Files}";
        WriteLines(folder, "sources.fstab",
        [
            Line("tmpfs", root, "tmpfs", "nosuid,size=4m,mode=0711"),
            Bind(mask, $"{root}/m"),
            .. boxRoot.Folder is { } image ? [Bind(image, $"{root}/i")] : Array.Empty<string>(),
            .. layers.Select((layer, index) => Bind(layer, $"{root}/l/{index}")),
            .. spec.CheckerMounts.Select(mount => Bind(mount.HostFolder, $"{root}/checker{mount.BoxPath}")),
            Line(root, "/mnt", "none", "rbind"),
            .. SizedFolders.Select(name => Line("tmpfs", $"/mnt/{name}", "tmpfs", $"{size},mode={(name == "x" ? "0777" : "0711")},X-mount.mkdir")),
        ]);
        WriteLines(folder, "boxes.fstab",
        [
            // Shown through an overlay, whose mounts do not tell a box where on the host the image lies.
            .. boxRoot.Folder is not null ? [Line("overlay", "r", "overlay", "ro,nosuid,nodev,lowerdir=i:l/none,X-mount.mkdir")] : Array.Empty<string>(),
            Line("overlay", "e", "overlay", $"ro,nosuid,nodev,lowerdir=m:{boxRoot.Etc}"),
            Line("overlay", "w", "overlay", OverlayOptions(layers.Count)),
            .. BoxMounts("/mnt/learner", own: "t", "bind"),
            .. BoxMounts("/mnt/checker", own: "c", ReadOnly),
            Line("/mnt/c/report", $"/mnt/checker{BoxPaths.Report}", "none", "bind"),
            Line("/mnt/call", $"/mnt/checker{BoxFlags.ClientFolder}", "none", ReadOnly),
            Line("/mnt/call/lock", $"/mnt/checker{BoxFlags.ClientFolder}/lock", "none", "bind"),
        ]);
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

    /// <summary>What both boxes have in their roots.</summary>
    /// <param name="own">The folder of the box's own temporary files.</param>
    private static IEnumerable<string> BoxMounts(string box, string own, string workspace) =>
    [
        .. Slots.IsRoot
            // A mount of its own: bubblewrap takes devices from the root when it makes that read-only.
            ? [Line($"{box}/dev", $"{box}/dev", "none", "bind,ro,nosuid,noexec")]
            // Only root may make devices; others show those of the host.
            : Skeleton.Devices.Select(device => Line($"/dev/{device.Name}", $"{box}/dev/{device.Name}", "none", "bind")),
        Line("devpts", $"{box}/dev/pts", "devpts", "nosuid,noexec,newinstance,ptmxmode=0666,mode=0620"),
        Line($"/mnt/{own}/shm", $"{box}/dev/shm", "none", "bind"),
        Line($"/mnt/{own}/tmp", $"{box}/tmp", "none", "bind"),
        Line("/mnt/e", $"{box}/etc", "none", "bind"),
        Line("/mnt/x", $"{box}{BoxPaths.Exchange}", "none", "bind"),
        Line("/mnt/w", $"{box}{BoxPaths.Workspace}", "none", workspace),
    ];

    private static string Bind(string from, string to) => Line(from, to, "none", "bind,X-mount.mkdir");

    private static string Line(string source, string target, string type, string options) =>
        $"{Escape(source)} {Escape(target)} {type} {options} 0 0";

    private static string Escape(string path) => path
        .Replace("\\", "\\134", StringComparison.Ordinal).Replace(" ", "\\040", StringComparison.Ordinal)
        .Replace("\t", "\\011", StringComparison.Ordinal).Replace("\n", "\\012", StringComparison.Ordinal)
        .Replace("#", "\\043", StringComparison.Ordinal);

    private static void WriteLines(string folder, string name, IEnumerable<string> lines) =>
        File.WriteAllText(Path.Combine(folder, name), string.Concat(lines.Select(line => line + '\n')));
}
