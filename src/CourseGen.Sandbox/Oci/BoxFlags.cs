using System.Globalization;
using System.Text.Json.Nodes;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Oci;

/// <summary>What an engine is told to create: the containers of a session.</summary>
internal static class BoxFlags
{
    /// <summary>The user of both boxes, with a name in every image's <c>/etc/passwd</c>.</summary>
    public const int BoxUser = 1000;

    /// <summary>The user of the containers that are the engine's own.</summary>
    public const int KeeperUser = 1001;

    /// <summary>What every container of a session takes its machine to be called.</summary>
    public const string HostName = "box";

    /// <summary>Where the checker's box has its side of the calls; as-learner.sh knows it too.</summary>
    public const string ClientFolder = "/run/as-learner";

    /// <summary>Where the boxes of calls have theirs; keeper.sh knows it too.</summary>
    public const string PipesFolder = "/run/calls";

    private const long KeeperMemory = 64 << 20;
    private const int KeeperProcesses = 200;

    // What the engine's own default hides of /proc, and what there is of /sys but control groups.
    private static readonly string[] HiddenPaths =
    [
        "/proc/asound", "/proc/acpi", "/proc/interrupts", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/timer_list",
        "/proc/timer_stats", "/proc/sched_debug", "/proc/scsi",
        "/sys/block", "/sys/bus", "/sys/class", "/sys/dev", "/sys/devices", "/sys/firmware", "/sys/hypervisor", "/sys/kernel",
        "/sys/module", "/sys/power", "/sys/fs/bpf", "/sys/fs/btrfs", "/sys/fs/ext4", "/sys/fs/f2fs", "/sys/fs/fuse",
        "/sys/fs/pstore", "/sys/fs/selinux", "/sys/fs/xfs", "/sys/fs/erofs",
    ];

    private static readonly string[] ReadOnlyPaths = ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"];

    /// <summary>The container that keeps a session's network and file systems there, and carries its calls.</summary>
    public static JsonObject Keeper(BoxSettings settings, SessionSpec spec, Volumes volumes)
    {
        var host = Host(settings, settings.Tools, KeeperMemory, KeeperProcesses, openFiles: 1024);
        host["NetworkMode"] = spec.HostNetwork ? "host" : "none";
        // Engines open ICMP sockets to everybody; no box needs any.
        if (!spec.HostNetwork) host["Sysctls"] = new JsonObject { ["net.ipv4.ping_group_range"] = "1 0" };
        host["AutoRemove"] = true;
        host["Binds"] = Binds(settings, settings.Tools, volumes.All.Select(volume => (volume.Name, volume.KeeperPath, ReadOnly: false)));
        var container = Container(settings, settings.Tools.Image, KeeperUser,
        [
            "/bin/sh", "-c", Resources.Text("keeper.sh"), "keeper", volumes.Calls.KeeperPath, volumes.Pipes.KeeperPath, Resources.Text("as-learner.sh"),
            .. volumes.Measured.Select(volume => volume.KeeperPath),
        ]);
        container["Hostname"] = HostName;
        container["Labels"]![Ownership.KeeperLabel] = "";
        container["OpenStdin"] = true;
        container["StdinOnce"] = true;
        container["Env"] = Environment([("PATH", HostPrograms.SearchPath)]);
        container["HostConfig"] = host;
        return container;
    }

    /// <summary>A container that asks a URL of the session's network whether it is healthy.</summary>
    public static JsonObject Asker(BoxSettings settings, string keeper, int port, string path)
    {
        var host = Host(settings, settings.Tools, KeeperMemory, KeeperProcesses, openFiles: 1024);
        host["NetworkMode"] = $"container:{keeper}";
        var container = Container(settings, settings.Tools.Image, KeeperUser, ["/bin/sh", "-c", Resources.Text("healthy.sh"), "healthy", .. HealthScript.Arguments("0", port, path)]);
        container["HostConfig"] = host;
        return container;
    }

    /// <summary>A box for one command of a side.</summary>
    /// <param name="arguments">The arguments of box.sh.</param>
    public static JsonObject Box(BoxSettings settings, BoxPlace place, IEnumerable<string> arguments, Command? command)
    {
        var spec = place.Spec;
        var host = Host(settings, settings.Boxes, spec.Limits.MemoryBytes, spec.Limits.Processes + 1, spec.Limits.OpenFiles);
        host["NetworkMode"] = $"container:{place.Keeper}";
        host["Binds"] = Binds(settings, settings.Boxes, place.Volumes.Of(place.Side, isCall: command is null));
        host["Tmpfs"] = OwnVolumes(settings, spec.Limits);
        var container = Container(settings, settings.Boxes.Image, BoxUser, ["/bin/sh", "-c", Resources.Text("box.sh"), "box", .. arguments]);
        container["WorkingDir"] = BoxPaths.Workspace;
        container["Env"] = Environment(Variables(settings, place, command));
        container["OpenStdin"] = command is { Input.IsEmpty: false };
        container["StdinOnce"] = command is { Input.IsEmpty: false };
        container["HostConfig"] = host;
        return container;
    }

    private static JsonObject Container(BoxSettings settings, string image, int user, string[] entry) => new()
    {
        ["Image"] = image,
        ["User"] = $"{user}:{user}",
        ["Entrypoint"] = Texts(entry),
        ["Cmd"] = new JsonArray(),
        ["AttachStdout"] = true,
        ["AttachStderr"] = true,
        ["Tty"] = false,
        ["Healthcheck"] = new JsonObject { ["Test"] = Texts(["NONE"]) },
        ["Labels"] = settings.Labels(),
    };

    private static JsonObject Host(BoxSettings settings, ImageUse image, long memory, int processes, int openFiles) => new()
    {
        ["ReadonlyRootfs"] = true,
        ["Memory"] = memory,
        ["MemorySwap"] = memory,
        ["PidsLimit"] = processes,
        ["Ulimits"] = new JsonArray(Limit("core", 0), Limit("nofile", openFiles)),
        ["CapDrop"] = Texts(["ALL"]),
        ["SecurityOpt"] = Texts(["no-new-privileges", $"seccomp={settings.Seccomp}"]),
        ["LogConfig"] = new JsonObject { ["Type"] = "none" },
        ["IpcMode"] = "private",
        ["MaskedPaths"] = Texts(HiddenPaths),
        ["ReadonlyPaths"] = Texts(ReadOnlyPaths),
        ["Binds"] = Binds(settings, image, []),
        ["RestartPolicy"] = new JsonObject { ["Name"] = "no" },
    };

    /// <summary>Sized file systems in the place of those that an image declares to be volumes, which have no limit.</summary>
    private static JsonObject OwnVolumes(BoxSettings settings, Limits limits)
    {
        var mounts = new JsonObject { ["/dev/mqueue"] = "ro,size=4k,mode=0" };
        foreach (var path in settings.ImageVolumes)
            mounts[path] = $"size={limits.DiskBytes},nr_inodes={limits.Files},uid={BoxUser},gid={BoxUser},nosuid,nodev";
        return mounts;
    }

    private static List<(string, string)> Variables(BoxSettings settings, BoxPlace place, Command? command)
    {
        var isLearner = place.Side == Side.Learner;
        var own = new List<(string, string)>
        {
            ("PATH", isLearner ? settings.SearchPath : $"{ClientFolder}/bin:{settings.SearchPath}"),
            ("HOME", "/tmp"), ("TMPDIR", "/tmp"), ("LANG", "C.UTF-8"),
        };
        if (isLearner)
            own.AddRange(place.Spec.LearnerEnvironment.Select(variable => (variable.Key, variable.Value)));
        own.AddRange(command?.Environment.Select(variable => (variable.Key, variable.Value)) ?? []);
        return own;
    }

    private static JsonArray Binds(BoxSettings settings, ImageUse image, IEnumerable<(string Name, string Path, bool ReadOnly)> volumes) => Texts(
    [
        .. settings.HostsFile is { } hosts ? [$"{hosts}:/etc/hosts:ro"] : Array.Empty<string>(),
        .. image.HostFolders.Select(folder => $"{folder}:{folder}:ro"),
        .. volumes.Select(volume => $"{volume.Name}:{volume.Path}:nocopy{(volume.ReadOnly ? ",ro" : "")}"),
    ]);

    private static JsonObject Limit(string name, int value) => new() { ["Name"] = name, ["Soft"] = value, ["Hard"] = value };

    /// <remarks>Where a name comes twice the later value counts, as it does for a program's environment.</remarks>
    private static JsonArray Environment(IEnumerable<(string Name, string Value)> variables) => Texts(
        variables.GroupBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(same => string.Create(CultureInfo.InvariantCulture, $"{same.Key}={same.Last().Value}")));

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
