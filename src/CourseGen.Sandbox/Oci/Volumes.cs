using System.Globalization;
using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>A sized file system in memory that containers of a session share.</summary>
/// <param name="Name">Its name within the engine.</param>
/// <param name="KeeperPath">Where the keeper has it.</param>
/// <param name="Options">Size and owner, as mount(8) reads them and Docker takes them.</param>
internal sealed record Volume(string Name, string KeeperPath, string Options);

/// <summary>The file systems of one session. They are there for as long as the session's keeper runs.</summary>
internal sealed class Volumes
{
    private const int ServiceFiles = 400;

    // A file system of size 0 would have no limit.
    private const int Page = 4096;

    private readonly string _prefix;
    private readonly SessionSpec _spec;

    /// <param name="prefix">The session's name.</param>
    /// <param name="workspace">What the workspace's layers take, which is not counted as written.</param>
    /// <param name="mounts">What each checker mount takes.</param>
    public Volumes(string prefix, SessionSpec spec, (long Bytes, int Files) workspace, IReadOnlyList<(long Bytes, int Files)> mounts)
    {
        _prefix = prefix;
        _spec = spec;
        var limits = spec.Limits;
        Workspace = Sized("w", limits.DiskBytes + workspace.Bytes, limits.Files + workspace.Files, "0755", BoxFlags.BoxUser);
        Exchange = Own("x", "0777");
        LearnerTemporary = Own("lt", "0700");
        LearnerShared = Own("ls", "0700");
        CheckerTemporary = Own("ct", "0700");
        CheckerShared = Own("cs", "0700");
        Report = Own("r", "0700");
        Calls = Sized("c", 1 << 20, ServiceFiles, "0755", BoxFlags.KeeperUser);
        Pipes = Sized("p", 1 << 20, ServiceFiles, "0755", BoxFlags.KeeperUser);
        Mounts = [.. mounts.Select((size, index) => Sized($"k{index.ToString(CultureInfo.InvariantCulture)}", size.Bytes, size.Files, "0755", 0))];
    }

    public Volume Workspace { get; }

    public Volume Exchange { get; }

    public Volume LearnerTemporary { get; }

    public Volume LearnerShared { get; }

    public Volume CheckerTemporary { get; }

    public Volume CheckerShared { get; }

    public Volume Report { get; }

    /// <summary>The checker's side of the calls.</summary>
    public Volume Calls { get; }

    /// <summary>The learner's side of the calls: pipes for a command, its input and its output, and nothing else.</summary>
    public Volume Pipes { get; }

    /// <summary>The checker mounts, in the order of the specification.</summary>
    public IReadOnlyList<Volume> Mounts { get; }

    public IEnumerable<Volume> All => [.. Measured, Calls, Pipes, .. Mounts];

    /// <summary>The file systems that boxes may fill, in the order in which the keeper measures them.</summary>
    public IReadOnlyList<Volume> Measured =>
        [Workspace, LearnerTemporary, LearnerShared, Exchange, CheckerTemporary, CheckerShared, Report];

    /// <summary>Which of the measured ones a side may fill.</summary>
    public static Range MeasuredOf(Side side) => side == Side.Learner ? 0..4 : 3..7;

    /// <summary>The mounts of a side's box.</summary>
    public IEnumerable<(string Name, string Path, bool ReadOnly)> Of(Side side, bool isCall) => side == Side.Learner
        ?
        [
            (Workspace.Name, BoxPaths.Workspace, false), (Exchange.Name, BoxPaths.Exchange, false),
            (LearnerTemporary.Name, "/tmp", false), (LearnerShared.Name, "/dev/shm", false),
            .. isCall ? [(Pipes.Name, BoxFlags.PipesFolder, false)] : Array.Empty<(string, string, bool)>(),
        ]
        :
        [
            (Workspace.Name, BoxPaths.Workspace, true), (Exchange.Name, BoxPaths.Exchange, false),
            (CheckerTemporary.Name, "/tmp", false), (CheckerShared.Name, "/dev/shm", false), (Report.Name, BoxPaths.Report, false),
            (Calls.Name, BoxFlags.ClientFolder, false), (Pipes.Name, BoxFlags.PipesFolder, false),
            .. Mounts.Zip(_spec.CheckerMounts, (volume, mount) => (volume.Name, mount.BoxPath, true)),
        ];

    /// <summary>Makes them all.</summary>
    public Task CreateAsync(EngineApi api, JsonObject labels, CancellationToken cancellation) =>
        Task.WhenAll(All.Select(volume => api.PostAsync("/volumes/create", new JsonObject
        {
            ["Name"] = volume.Name,
            ["Driver"] = "local",
            ["DriverOpts"] = new JsonObject { ["type"] = "tmpfs", ["device"] = "tmpfs", ["o"] = api.Dialect.VolumeOptions(volume.Options) },
            ["Labels"] = labels.DeepClone(),
        }, cancellation)));

    /// <summary>Removes them all; their last container has to be gone.</summary>
    public Task RemoveAsync(EngineApi api) => Task.WhenAll(All.Select(volume => RemoveAsync(api, volume)));

    private static async Task RemoveAsync(EngineApi api, Volume volume)
    {
        try
        {
            await api.DeleteAsync($"/volumes/{volume.Name}", CancellationToken.None);
        }
        catch (SandboxException)
        {
            // A container that is still ending has it: the engine's end or the next engine's sweep removes it.
        }
    }

    private Volume Own(string name, string mode) => Sized(name, _spec.Limits.DiskBytes, _spec.Limits.Files, mode, BoxFlags.BoxUser);

    private Volume Sized(string name, long bytes, int files, string mode, int user)
    {
        var owner = user.ToString(CultureInfo.InvariantCulture);
        var options = string.Create(CultureInfo.InvariantCulture, $"size={Math.Max(bytes, Page)},nr_inodes={files},mode={mode},uid={owner},gid={owner},nosuid,nodev");
        return new($"{_prefix}-{name}", $"/v/{name}", options);
    }
}
