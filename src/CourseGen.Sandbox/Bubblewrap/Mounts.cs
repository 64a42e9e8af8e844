namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>What the file systems of a session are made of.</summary>
internal static class Mounts
{
    private const string ReadOnly = "bind,ro,nosuid,nodev";

    // Each of them may be filled up to the limit.
    private static readonly string[] SizedFolders = ["u", "t", "x", "c"];

    /// <summary>The mounts of a session.</summary>
    /// <remarks>
    /// What lies on the host is mounted before the session's root covers <c>/mnt</c>, for it may lie there. Every mount
    /// costs each command some time, so that none is there twice that need not be.
    /// </remarks>
    /// <param name="folder">The session's folder.</param>
    /// <param name="mask">The folder that is laid over the host's <c>/etc</c>.</param>
    /// <param name="spec">What the session is to have.</param>
    /// <param name="settings">What all sessions have in common.</param>
    /// <param name="layers">The layers' folders, lowest first.</param>
    public static SessionMounts Of(string folder, string mask, SessionSpec spec, BoxSettings settings, IReadOnlyList<string> layers)
    {
        var boxRoot = settings.Root;
        var root = Path.Combine(folder, "m");
        var size = $"nosuid,nodev,size={spec.Limits.DiskBytes},nr_inodes={spec.Limits.Files}";
        Mount[] sources =
        [
            new Mount("tmpfs", root, "tmpfs", "nosuid,size=4m,mode=0711"),
            Bind(mask, $"{root}/m"),
            .. boxRoot.Folder is { } image ? [Bind(image, $"{root}/i")] : Array.Empty<Mount>(),
            .. layers.Select((layer, index) => Bind(layer, $"{root}/l/{index}")),
            .. spec.CheckerMounts.Select(mount => new Mount(mount.HostFolder, $"{root}/checker{mount.BoxPath}", "none", $"{ReadOnly},X-mount.mkdir")),
            new Mount(root, "/mnt", "none", "rbind"),
            .. SizedFolders.Select(name => new Mount("tmpfs", $"/mnt/{name}", "tmpfs", $"{size},mode={(name == "x" ? "0777" : "0711")},X-mount.mkdir")),
        ];
        Mount[] boxes =
        [
            // Shown through an overlay, whose mounts do not tell a box where on the host the image lies.
            .. boxRoot.Folder is not null ? [new Mount("overlay", "r", "overlay", "ro,nosuid,nodev,lowerdir=i:l/none,X-mount.mkdir")] : Array.Empty<Mount>(),
            new Mount("overlay", "e", "overlay", $"ro,nosuid,nodev,lowerdir=m:{boxRoot.Etc}"),
            new Mount("overlay", "w", "overlay", OverlayOptions(layers.Count)),
            .. BoxMounts("/mnt/learner", own: "t", "bind", settings),
            .. BoxMounts("/mnt/checker", own: "c", ReadOnly, settings),
            new("/mnt/c/report", $"/mnt/checker{BoxPaths.Report}", "none", "bind"),
            new("/mnt/call", $"/mnt/checker{BoxFlags.ClientFolder}", "none", ReadOnly),
            new("/mnt/call/lock", $"/mnt/checker{BoxFlags.ClientFolder}/lock", "none", "bind"),
        ];
        return new SessionMounts([.. sources.Select(settings.Mounting)], [.. boxes.Select(settings.Mounting)]);
    }

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
    private static IEnumerable<Mount> BoxMounts(string box, string own, string workspace, BoxSettings settings) =>
    [
        // First, with the checks that are mounted in it already: nothing can be added to the root itself from now on.
        new Mount(box, box, "none", "rbind,ro,nosuid"),
        .. settings.Root.Folders.Select(folder => new Mount(folder.From, box + folder.Path, "none", ReadOnly)),
        new Mount(settings.Init, $"{box}/run/init", "none", ReadOnly),
        // Only root may make devices; others show those of the host.
        .. Slots.IsRoot ? [] : Skeleton.Devices.Select(device => new Mount($"/dev/{device.Name}", $"{box}/dev/{device.Name}", "none", "bind")),
        new Mount("devpts", $"{box}/dev/pts", "devpts", "nosuid,noexec,newinstance,ptmxmode=0666,mode=0620"),
        new Mount($"/mnt/{own}/shm", $"{box}/dev/shm", "none", "bind"),
        new Mount($"/mnt/{own}/tmp", $"{box}/tmp", "none", "bind"),
        new("/mnt/e", $"{box}/etc", "none", "bind"),
        new("/mnt/x", $"{box}{BoxPaths.Exchange}", "none", "bind"),
        new("/mnt/w", $"{box}{BoxPaths.Workspace}", "none", workspace),
    ];

    private static Mount Bind(string from, string to) => new Mount(from, to, "none", "bind,X-mount.mkdir");
}
