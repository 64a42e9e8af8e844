namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>The arguments of bubblewrap that make the two boxes of a session.</summary>
internal static class BoxFlags
{
    /// <summary>What ends the arguments of each command: the root becomes read-only, and the init starts the rest.</summary>
    public static readonly string[] BeforeCommand = ["--remount-ro", "/", "--", "/run/init", "--"];

    private const string ClientFolder = "/run/as-learner";

    // On most hosts these are links into /usr; elsewhere they are folders of their own.
    private static readonly string[] RootFolders = ["bin", "sbin", "lib", "lib32", "lib64", "libx32"];

    /// <summary>The arguments for every command of a side.</summary>
    /// <param name="init">The host's path of the init program.</param>
    /// <param name="tools">Further read-only folders of the host.</param>
    public static IReadOnlyList<string> For(Side side, SessionSpec spec, string init, IReadOnlyList<string> tools) =>
    [
        .. Isolation(),
        .. HostFolders(init, tools, spec.HostNetwork),
        .. side == Side.Learner ? LearnerFolders() : CheckerFolders(spec),
        "--chdir", BoxPaths.Workspace,
        .. Environment(side, spec),
    ];

    private static string[] Isolation() =>
    [
        "--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
        "--die-with-parent", "--new-session", "--as-pid-1", "--hostname", "box",
        "--json-status-fd", "7", "--seccomp", "9",
        "--uid", "1000", "--gid", "1000", "--cap-drop", "ALL",
    ];

    private static List<string> HostFolders(string init, IReadOnlyList<string> tools, bool hostNetwork)
    {
        List<string> flags = ["--ro-bind", "/usr", "/usr"];
        foreach (var folder in RootFolders.Select(name => new DirectoryInfo($"/{name}")).Where(folder => folder.Exists))
            flags.AddRange(folder.LinkTarget is { } link ? ["--symlink", link, folder.FullName] : ["--ro-bind", folder.FullName, folder.FullName]);
        foreach (var folder in tools)
            flags.AddRange("--ro-bind", folder, folder);
        flags.AddRange("--ro-bind", "/mnt/e", "/etc");
        if (hostNetwork)
            flags.AddRange("--ro-bind-try", "/etc/resolv.conf", "/etc/resolv.conf");
        flags.AddRange("--proc", "/proc", "--dev", "/dev", "--ro-bind", init, "/run/init", "--symlink", "../tmp", "/var/tmp");
        return flags;
    }

    private static string[] LearnerFolders() =>
    [
        "--bind", "/mnt/t/shm", "/dev/shm", "--remount-ro", "/dev",
        "--bind", "/mnt/t/tmp", "/tmp",
        "--bind", "/mnt/x", BoxPaths.Exchange,
        "--bind", "/mnt/w", BoxPaths.Workspace,
    ];

    private static string[] CheckerFolders(SessionSpec spec) =>
    [
        "--bind", "/mnt/c/shm", "/dev/shm", "--remount-ro", "/dev",
        "--bind", "/mnt/c/tmp", "/tmp",
        "--bind", "/mnt/x", BoxPaths.Exchange,
        "--ro-bind", "/mnt/w", BoxPaths.Workspace,
        "--bind", "/mnt/c/report", BoxPaths.Report,
        "--ro-bind", "/mnt/call", ClientFolder,
        "--bind", "/mnt/call/lock", $"{ClientFolder}/lock",
        .. spec.CheckerMounts.SelectMany((mount, index) => new[] { "--ro-bind", $"/mnt/k/{index}", mount.BoxPath }),
    ];

    private static List<string> Environment(Side side, SessionSpec spec)
    {
        var path = side == Side.Learner ? BoxPaths.Path : $"{ClientFolder}/bin:{BoxPaths.Path}";
        List<string> flags =
        [
            "--clearenv", "--setenv", "PATH", path, "--setenv", "HOME", "/tmp", "--setenv", "TMPDIR", "/tmp",
            "--setenv", "LANG", "C.UTF-8",
        ];
        if (side == Side.Learner)
            flags.AddRange(Assignments(spec.LearnerEnvironment));
        return flags;
    }

    /// <summary>The arguments that set environment variables.</summary>
    public static IEnumerable<string> Assignments(IReadOnlyDictionary<string, string> environment) =>
        environment.SelectMany(variable => new[] { "--setenv", variable.Key, variable.Value });
}
