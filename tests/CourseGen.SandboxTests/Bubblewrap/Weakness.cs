using System.Diagnostics;
using System.Text.RegularExpressions;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>
/// A bubblewrap engine with a defence taken away. The engine is the real one: what is changed are the scripts that
/// it has written into its work folder, the arguments, mounts and namespaces of its sessions, the limits it is asked for, or the way its
/// reports are read. Nobody outside of the product can do so.
/// </summary>
/// <param name="Name">What is missing, as attacks name it under <c>without</c>.</param>
internal sealed record Weakness(string Name)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);


    /// <summary>Changes of a script: its name, what stands there exactly once, and what is to stand there.</summary>
    public IReadOnlyList<(string Script, string Old, string New)> Edits { get; init; } = [];

    /// <summary>What becomes of bubblewrap's arguments.</summary>
    public Func<IReadOnlyList<string>, IReadOnlyList<string>> Arguments { get; init; } = arguments => arguments;

    /// <summary>Commands of a shell for each session, <c>$1</c> being where its file systems are.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>The kinds of namespaces that sessions share with the host.</summary>
    public int Namespaces { get; init; }

    /// <summary>What becomes of a session's mounts.</summary>
    public Func<Mount, Mount> Mounts { get; init; } = mount => mount;

    /// <summary>What becomes of the limits of a session.</summary>
    public Func<Limits, Limits> Limits { get; init; } = limits => limits;

    /// <summary>What becomes of the time that a command may take.</summary>
    public Func<TimeSpan, TimeSpan> Wall { get; init; } = wall => wall;

    /// <summary>Whether reports are read by their path alone.</summary>
    public bool ReadsNaively { get; init; }

    /// <summary>The weakness of a name, or several joined by +.</summary>
    /// <param name="canaries">The folder of the host's canaries.</param>
    /// <param name="shared">A folder of the host for what should be each session's own.</param>
    public static Weakness Named(string names, string canaries, string shared)
    {
        var all = names.Split('+').Select(name => All(canaries, shared).Single(one => one.Name == name)).ToList();
        return new Weakness(names)
        {
            Edits = [.. all.SelectMany(one => one.Edits)],
            Arguments = arguments => all.Aggregate(arguments, (now, one) => one.Arguments(now)),
            Commands = [.. all.SelectMany(one => one.Commands)],
            Namespaces = all.Aggregate(0, (kinds, one) => kinds | one.Namespaces),
            Mounts = mount => all.Aggregate(mount, (now, one) => one.Mounts(now)),
            Limits = limits => all.Aggregate(limits, (now, one) => one.Limits(now)),
            Wall = wall => all.Aggregate(wall, (now, one) => one.Wall(now)),
            ReadsNaively = all.Any(one => one.ReadsNaively),
        };
    }

    /// <summary>Takes the defence from an engine that has started.</summary>
    /// <param name="scripts">The folder of its scripts.</param>
    public void Apply(BubblewrapSandbox sandbox, string scripts)
    {
        var settings = sandbox.Settings;
        sandbox.Settings = settings with { Namespaces = settings.Namespaces & ~Namespaces, Network = settings.Network & ~Namespaces, Mounting = Mounts, Flagging = Arguments };
        foreach (var (script, old, replacement) in Edits)
            Replace(Path.Combine(scripts, script), old, replacement);
    }

    /// <summary>Takes the defence from a session that has just been opened.</summary>
    public async Task ApplyAsync(BubblewrapSession session, CancellationToken cancellation)
    {
        if (Commands.Count == 0)
            return;
        using var shell = Process.Start("sh", ["-euc", string.Join('\n', Commands), "sh", session.Holder.Reach("/mnt")]);
        await shell.WaitForExitAsync(cancellation);
        if (shell.ExitCode != 0)
            throw new InvalidOperationException($"'{Name}' cannot be taken from a session");
    }

    /// <remarks>An edit that does not apply would leave the defence standing and prove nothing.</remarks>
    private static void Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(file);
        if (text.Split(old).Length != 2)
            throw new InvalidOperationException($"'{old}' does not stand in {file} exactly once");
        File.WriteAllText(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    private static List<Weakness> All(string canaries, string shared) =>
    [
        new("system_calls") { Arguments = Without("--seccomp", values: 1) },
        new("capabilities") { Arguments = arguments => [.. arguments.Select(one => one == "--cap-drop" ? "--cap-add" : one)] },
        new("process_namespace") { Arguments = arguments => Without("--unshare-pid")(Without("--as-pid-1")(arguments)) },
        new("network_namespace") { Namespaces = Libc.NetworkNamespace },
        new("ipc_namespaces")
        {
            Arguments = Without("--unshare-ipc"),
            Namespaces = Libc.IpcNamespace,
        },
        new("control_group_namespace") { Arguments = Without("--unshare-cgroup-try") },
        new("own_folders")
        {
            Arguments = arguments => [.. arguments, "--bind", canaries, canaries],
            Mounts = WritableRoot,
            Commands = [$"mkdir -p \"$1/learner\"'{canaries}' \"$1/checker\"'{canaries}'"],
        },
        new("own_shared_memory") { Mounts = Other("/mnt/[tc]/shm", "/dev/shm") },
        new("own_temporary") { Mounts = Other("/mnt/[tc]/tmp", shared) },
        new("own_exchange") { Mounts = Other("/mnt/x", shared) },
        new("own_settings") { Mounts = Other("/mnt/e", "/etc") },
        new("own_devices") { Arguments = arguments => [.. arguments.TakeWhile(one => one != "--proc"), "--dev-bind", "/dev", "/dev", .. arguments.SkipWhile(one => one != "--proc")] },
        new("copy_on_write") { Mounts = Other("/mnt/w", "/mnt/l/0") },
        new("read_only_root")
        {
            Mounts = WritableRoot,
            Commands = ["chmod 777 \"$1/learner\" \"$1/learner/run\""],
        },
        new("read_only_devices") { Mounts = WritableRoot, Commands = ["chmod 777 \"$1/learner/dev\""] },
        new("read_only_checks") { Mounts = OtherOptions("^bind,ro,nosuid,nodev,X-mount.mkdir$", "bind,nosuid,nodev,X-mount.mkdir") },
        new("two_boxes") { Edits = [("enter.sh", "folder=$1 side=$2 uid=$3", "folder=$1 side=checker uid=64101")] },
        new("memory_group") { Limits = limits => limits with { MemoryBytes = 1L << 30 } },
        new("process_group") { Limits = limits => limits with { Processes = 4096 } },
        new("open_files") { Limits = limits => limits with { OpenFiles = 8192 } },
        new("sized_folders") { Mounts = OtherOptions("size=[0-9]+,nr", "nr") },
        new("counted_files") { Mounts = OtherOptions(",nr_inodes=[0-9]+", "") },
        // Nothing else ends what computes without end, so that it need not go on for as long as it might.
        new("processor") { Limits = limits => limits with { Cpu = TimeSpan.FromHours(1) }, Wall = wall => wall / 6 },
        new("output") { Limits = limits => limits with { OutputBytes = 64 << 20 } },
        new("wall") { Wall = wall => wall + TimeSpan.FromSeconds(1) },
        new("naive_reports") { ReadsNaively = true },
    ];

    private static Func<Mount, Mount> WritableRoot => OtherOptions("^rbind,ro,nosuid$", "rbind,nosuid");

    /// <summary>Leaves an argument out, with what follows it.</summary>
    private static Func<IReadOnlyList<string>, IReadOnlyList<string>> Without(string argument, int values = 0) =>
        arguments => [.. arguments.TakeWhile(one => one != argument), .. arguments.SkipWhile(one => one != argument).Skip(1 + values)];

    /// <summary>Shows something else in a place of the boxes.</summary>
    /// <param name="from">What they show; a pattern.</param>
    private static Func<Mount, Mount> Other(string from, string source) =>
        mount => Regex.IsMatch(mount.Source, $"^{from}$", RegexOptions.None, Bound) ? mount with { Source = source } : mount;

    /// <summary>Leaves something out of the options of mounts.</summary>
    private static Func<Mount, Mount> OtherOptions(string pattern, string replacement) =>
        mount => mount with { Options = Regex.Replace(mount.Options, pattern, replacement, RegexOptions.None, Bound) };
}
