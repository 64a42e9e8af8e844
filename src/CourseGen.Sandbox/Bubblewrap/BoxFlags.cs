namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>The arguments of bubblewrap that make the two boxes of a session.</summary>
internal static class BoxFlags
{
    /// <summary>What ends the arguments of each command: the root becomes read-only, and the init starts the rest.</summary>
    public static readonly string[] BeforeCommand = ["--remount-ro", "/", "--", "/run/init", "--"];

    private const string ClientFolder = "/run/as-learner";

    /// <summary>The arguments for every command of a side.</summary>
    public static IReadOnlyList<string> For(Side side, SessionSpec spec, BoxSettings settings) =>
    [
        .. Isolation(),
        .. settings.Root.Flags,
        .. SystemFolders(settings.Init, spec.HostNetwork),
        .. side == Side.Learner ? LearnerFolders() : CheckerFolders(spec),
        "--chdir", BoxPaths.Workspace,
        .. Environment(side, spec, settings.Root.SearchPath),
    ];

    private static string[] Isolation() =>
    [
        "--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
        "--die-with-parent", "--new-session", "--as-pid-1", "--hostname", "box",
        "--json-status-fd", "7", "--seccomp", "9",
        "--uid", "1000", "--gid", "1000", "--cap-drop", "ALL",
    ];

    private static string[] SystemFolders(string init, bool hostNetwork) =>
    [
        "--ro-bind", "/mnt/e", "/etc",
        .. hostNetwork ? ["--ro-bind-try", "/etc/resolv.conf", "/etc/resolv.conf"] : Array.Empty<string>(),
        "--proc", "/proc", "--dev", "/dev", "--ro-bind", init, "/run/init",
    ];

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

    private static List<string> Environment(Side side, SessionSpec spec, string searchPath)
    {
        var path = side == Side.Learner ? searchPath : $"{ClientFolder}/bin:{searchPath}";
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
