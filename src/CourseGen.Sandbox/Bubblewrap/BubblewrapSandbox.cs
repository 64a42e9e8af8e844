using System.Text;
using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// The native engine: bubblewrap around the host's own <c>/usr</c>, control groups for limits, overlays for workspaces.
/// </summary>
public sealed class BubblewrapSandbox : ISandbox
{
    private readonly CgroupTree _cgroups;
    private readonly ImageRoot? _image;
    private readonly WorkFolder? _work;
    private readonly LayerFolders? _layers;

    private BubblewrapSandbox(CgroupTree cgroups, BoxSettings settings, ImageRoot? image, WorkFolder? work, EngineReport report)
    {
        _image = image;
        _cgroups = cgroups;
        Settings = settings;
        _work = work;
        _layers = work is not null ? new LayerFolders(work) : null;
        Report = report;
    }

    public EngineReport Report { get; private set; }

    /// <summary>What the boxes of every session have in common.</summary>
    internal BoxSettings Settings { get; set; }

    /// <summary>
    /// Starts the engine: sweeps up after engines that were cut off, prepares what all sessions share, and runs one
    /// program to see that its exit status comes back. On a machine that lacks something, the engine is there but not
    /// usable, and its report says what to install.
    /// </summary>
    /// <exception cref="SandboxException">The work folder is not this user's alone.</exception>
    public static async Task<BubblewrapSandbox> StartAsync(BubblewrapOptions options, CancellationToken cancellation)
    {
        foreach (var folder in options.Folders)
            HostFolders.MakeOwn(folder);
        var tree = CgroupTree.Detect();
        Sweep.DeadOwners(options.Folders, tree);
        var programs = HostPrograms.Find();
        var guarantees = Guarantees.Of(programs, tree);
        var shared = new BoxSettings(programs.Init ?? "", options.Image is null ? BoxRoot.OfHost() : BoxRoot.OfImage(options.Image));
        if (!guarantees.All(guarantee => guarantee.Holds || !guarantee.Required))
            return new BubblewrapSandbox(tree, shared, options.Image, work: null, new EngineReport(Guarantees.EngineName, "", guarantees));

        var report = new EngineReport(Guarantees.EngineName, await Guarantees.VersionAsync(cancellation), guarantees) { ImageDigest = options.Image?.Digest };
        var sandbox = new BubblewrapSandbox(tree, shared, options.Image, WorkFolder.Create(options, tree.Parents), report);
        return await sandbox.ReadyAsync(cancellation);
    }

    public Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation) =>
        _layers is not null ? _layers.KeepFolderAsync(folder, cancellation) : throw Unusable();

    public Task DropAsync(IReadOnlyCollection<Layer> layers) =>
        _layers is not null ? Task.Run(() => _layers.Drop(layers)) : throw Unusable();

    public async Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation)
    {
        if (_work is null || _layers is null || !Report.Usable)
            throw Unusable();
        var session = await Task.Factory.StartNew(
            () => BubblewrapSession.Open(_work, _layers, _cgroups, Settings, spec, cancellation),
            cancellation, Settings.Skeletons is null ? TaskCreationOptions.LongRunning : TaskCreationOptions.None, TaskScheduler.Default);
        var ready = false;
        try
        {
            await session.RemoveAbsentAsync(cancellation);
            ready = true;
            return session;
        }
        finally
        {
            if (!ready)
                await session.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_work is not null)
            await _work.DisposeAsync();
        Settings.Skeletons?.Dispose();
        _image?.Dispose();
    }

    /// <summary>Writes the files that all sessions share, and tries a program.</summary>
    private async Task<BubblewrapSandbox> ReadyAsync(CancellationToken cancellation)
    {
        var ready = false;
        try
        {
            SeccompFilter.Write(_work!.FilterFile);
            PrivateEtc.WriteMask(_work.MaskFolder);
            if (Launcher.IsPossible)
                Settings = Settings with { Skeletons = new(SessionLayout.Skeleton(Skeleton.Files(Settings.Root)), SessionLayout.Skeleton(Skeleton.Channels())) };
            else
                Skeleton.Write(_work.SkeletonFile, Settings.Root);
            var probe = await StartProbe.AskExitStatusAsync(this, cancellation);
            Report = Report with { Guarantees = [.. Report.Guarantees, probe] };
            ready = true;
            return this;
        }
        finally
        {
            if (!ready)
                await DisposeAsync();
        }
    }

    private SandboxException Unusable()
    {
        var reasons = new StringBuilder("this machine cannot run the engine");
        foreach (var guarantee in Report.Guarantees.Where(guarantee => guarantee is { Required: true, Holds: false }))
            reasons.Append("; ").Append(guarantee.Name).Append(": ").Append(guarantee.Remedy);
        return new SandboxException(reasons.ToString());
    }
}
