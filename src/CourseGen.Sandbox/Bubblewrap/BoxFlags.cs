namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>The arguments of bubblewrap that make the two boxes of a session.</summary>
internal static class BoxFlags
{
    // The init starts the rest.
    private static readonly string[] BeforeProgram = ["--", "/run/init", "--"];

    /// <summary>Where the checker's box finds <c>as-learner</c> and its channels.</summary>
    public const string ClientFolder = "/run/as-learner";

    /// <summary>The arguments for every command of a side.</summary>
    /// <remarks>The box's root lies ready in the session: whatever bubblewrap mounts, it mounts for every command anew.</remarks>
    public static IReadOnlyList<string> For(Side side, SessionSpec spec, BoxSettings settings) => settings.Flagging(
    [
        .. Isolation(),
        "--dev-bind", $"/mnt/{SessionFiles.NameOf(side)}", "/",
        .. settings.Root.MountTrees.SelectMany(folder => new[] { "--ro-bind", folder.From, folder.Path }),
        "--proc", "/proc",
        .. spec.HostNetwork ? ["--ro-bind-try", "/etc/resolv.conf", "/etc/resolv.conf"] : Array.Empty<string>(),
        "--chdir", BoxPaths.Workspace,
        .. Environment(side, spec, settings.Root.SearchPath),
    ]);

    private static string[] Isolation() =>
    [
        "--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
        "--die-with-parent", "--new-session", "--as-pid-1", "--hostname", "box",
        "--json-status-fd", "7", "--seccomp", "9",
        "--uid", "1000", "--gid", "1000", "--cap-drop", "ALL",
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

    /// <summary>The arguments of a command, which follow those of its box.</summary>
    public static IReadOnlyList<string> Of(Command command) => [.. Assignments(command.Environment), .. BeforeProgram, .. command.Arguments];

    private static IEnumerable<string> Assignments(IReadOnlyDictionary<string, string> environment) =>
        environment.SelectMany(variable => new[] { "--setenv", variable.Key, variable.Value });
}
