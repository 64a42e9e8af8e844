using System.Collections.Concurrent;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Oci;

/// <summary>What a session needs of its engine.</summary>
internal sealed record SessionTools(EngineApi Api, BoxSettings Settings, LayerStore Layers);

/// <summary>A session: a keeper, its file systems, and the boxes of what runs.</summary>
internal sealed class OciSession : ISession
{
    // The last part of the workspace's path in the keeper, which an archive's names begin with.
    private const string WorkspaceName = "w";

    private readonly SessionTools _tools;
    private readonly SessionSpec _spec;
    private readonly IReadOnlyDictionary<string, TreeEntry> _tree;
    private readonly Volumes _volumes;
    private readonly BoxMeter _learner = new();
    private readonly BoxMeter _checker = new();
    private readonly ConcurrentDictionary<BoxCommand, Side> _running = new();
    private readonly ConcurrentDictionary<Task, bool> _removals = new();
    private Keeper? _keeper;
    private Calls? _calls;
    private long _base;

    private OciSession(SessionTools tools, SessionSpec spec, IReadOnlyDictionary<string, TreeEntry> tree, Volumes volumes)
    {
        _tools = tools;
        _spec = spec;
        _tree = tree;
        _volumes = volumes;
    }

    private Keeper Keeper => _keeper ?? throw new InvalidOperationException("the session has no keeper yet");

    /// <summary>Opens a session.</summary>
    public static async Task<OciSession> OpenAsync(SessionTools tools, string name, SessionSpec spec, CancellationToken cancellation)
    {
        SpecRules.Check(spec);
        using var work = tools.Layers.Work();
        var tree = Trees.Merge(spec.Layers.Select(layer => tools.Layers[layer]).ToList(), spec.Absent);
        var mounts = new List<LayerTree>();
        foreach (var mount in spec.CheckerMounts)
            mounts.Add(await HostTrees.ReadAsync(mount.HostFolder, tools.Layers.Blobs, cancellation));
        var volumes = new Volumes(name, spec, Trees.SizeOf(tree), [.. mounts.Select(mount => Trees.SizeOf(mount.Entries))]);
        var session = new OciSession(tools, spec, tree, volumes);
        var ready = false;
        try
        {
            await session.FurnishAsync(mounts, cancellation);
            ready = true;
            return session;
        }
        finally
        {
            if (!ready)
                await session.DisposeAsync();
        }
    }

    public Usage UsageOf(Side side) => MeterOf(side).Usage;

    public async Task<CommandResult> RunAsync(Side side, Command command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await using var started = await StartAsync(side, command, cancellation);
        await using var stop = cancellation.Register(() => _ = started.StopAsync());
        var result = await started.Completion;
        if (result.Ending is Ending.Stopped)
            cancellation.ThrowIfCancellationRequested();
        return result;
    }

    public async Task<IRunningCommand> StartAsync(Command command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await StartAsync(Side.Learner, command, cancellation);
    }

    public async Task<Health> WaitHealthyAsync(
        IRunningCommand service, int port, string path, TimeSpan within, CancellationToken cancellation)
    {
        var asker = await Box.CreateAsync(_tools.Api, BoxFlags.Asker(_tools.Settings, Keeper.Id, port, path), cancellation);
        using var question = new HealthQuestion(asker, within);
        try
        {
            return await question.AskAsync(service.Completion, cancellation);
        }
        finally
        {
            RemoveLater(asker);
        }
    }

    public async Task<Layer> KeepChangesAsync(CancellationToken cancellation)
    {
        if (_running.Keys.Any(command => !command.Completion.IsCompleted))
            throw new SandboxException("a program still runs in the session; its changes cannot be kept yet");
        using var work = _tools.Layers.Work();
        using var answer = await _tools.Api.GetArchiveAsync(Keeper.Id, _volumes.Workspace.KeeperPath, cancellation)
            ?? throw new SandboxException("the session's workspace is gone");
        try
        {
            await using var archive = await answer.Content.ReadAsStreamAsync(cancellation);
            var after = await TreeArchive.ReadAsync(archive, WorkspaceName, _base + _spec.Limits.DiskBytes, _tools.Layers.Blobs, cancellation);
            return _tools.Layers.Keep(Trees.Difference(_tree, after));
        }
        catch (InvalidDataException odd)
        {
            throw new SandboxException($"the engine's archive of the workspace cannot be read: {odd.Message}", odd);
        }
        catch (IOException broken)
        {
            throw new SandboxException($"the workspace cannot be kept: {broken.Message}", broken);
        }
    }

    public Task<CollectedFile> ReadReportAsync(string name, int maxBytes, CancellationToken cancellation) =>
        new ReportReader(_tools.Api, Keeper.Id, _volumes.Report.KeeperPath).ReadAsync(name, maxBytes, cancellation);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_running.Keys.Select(command => command.StopAsync()));
        if (_calls is not null)
            await _calls.DisposeAsync();
        await Task.WhenAll(_removals.Keys);
        if (_keeper is not null)
            await _keeper.DisposeAsync();
        await _volumes.RemoveAsync(_tools.Api);
    }

    private BoxMeter MeterOf(Side side) => side == Side.Learner ? _learner : _checker;

    private BoxPlace PlaceOf(Side side) => new(_spec, side, _volumes, Keeper.Id);

    /// <summary>Makes the file systems, fills them, and begins to serve calls.</summary>
    private async Task FurnishAsync(IReadOnlyList<LayerTree> mounts, CancellationToken cancellation)
    {
        var (api, settings) = (_tools.Api, _tools.Settings);
        await _volumes.CreateAsync(api, settings.Labels(), cancellation);
        var box = await Box.CreateAsync(api, BoxFlags.Keeper(settings, _spec, _volumes), cancellation);
        _keeper = await Keeper.StartAsync(box, cancellation);
        await Task.WhenAll(
        [
            .. _tree.Count == 0 ? Array.Empty<Task>() : [PutTreeAsync(_volumes.Workspace, _tree)],
            .. _volumes.Mounts.Zip(mounts, (volume, mount) => PutTreeAsync(volume, new SortedDictionary<string, TreeEntry>(mount.Entries.ToDictionary(), StringComparer.Ordinal))),
        ]);
        await _keeper.ListenAsync();
        _base = (await _keeper.FillAsync())[0].UsedBytes;
        _calls = new Calls(
            _keeper,
            (pipes, stop) => Box.CreateAsync(api, BoxFlags.Box(settings, PlaceOf(Side.Learner), [pipes], command: null), stop),
            () => PlanOf(Side.Learner, "call", TimeSpan.MaxValue, default),
            NoteLearnerLimit);
        _calls.Listen();

        Task PutTreeAsync(Volume volume, IReadOnlyDictionary<string, TreeEntry> tree) =>
            api.PutArchiveAsync(_keeper.Id, volume.KeeperPath, (target, stop) => TreeArchive.WriteAsync(tree, _tools.Layers.Blobs, target, stop), cancellation);
    }

    private async Task<BoxCommand> StartAsync(Side side, Command command, CancellationToken cancellation)
    {
        CommandRules.Check(command);
        var box = await Box.CreateAsync(_tools.Api, BoxFlags.Box(_tools.Settings, PlaceOf(side), ["-", .. command.Arguments], command), cancellation);
        BoxCommand? started = null;
        try
        {
            var plan = PlanOf(side, command.Phase, command.Wall, command.Input) with { Budget = BudgetOf(side, command) };
            started = await BoxCommand.StartAsync(box, plan, waits: false, cancellation);
            _running.TryAdd(started, side);
            _ = started.Completion.ContinueWith(ended => Ended(started, side, box, ended.Result), TaskScheduler.Default);
            return started;
        }
        finally
        {
            if (started is null)
                RemoveLater(box);
        }
    }

    private void Ended(BoxCommand command, Side side, Box box, CommandResult result)
    {
        RemoveLater(box);
        if (side == Side.Learner)
            NoteLearnerLimit(result);
        _running.TryRemove(command, out _);
    }

    private void NoteLearnerLimit(CommandResult result)
    {
        if (result.Ending is not Ending.OverLimit over)
            return;
        foreach (var (command, side) in _running)
        {
            if (side == Side.Checker)
                command.LearnerLimit ??= over;
        }
    }

    private BoxPlan PlanOf(Side side, string phase, TimeSpan wall, ReadOnlyMemory<byte> input) =>
        new(phase, wall, input, _spec.Limits, MeterOf(side), () => FillAsync(side));

    private LearnerBudget? BudgetOf(Side side, Command command) =>
        (side, command.LearnerCpu) is (Side.Checker, { } most) ? new LearnerBudget(() => _learner.Usage.Cpu, most) : null;

    /// <summary>How full a side's file systems are. What the layers take does not count.</summary>
    private async Task<IReadOnlyList<VolumeFill>> FillAsync(Side side)
    {
        var fills = (await Keeper.FillAsync()).ToArray();
        fills[0] = fills[0] with { UsedBytes = fills[0].UsedBytes - _base };
        var own = fills[Volumes.MeasuredOf(side)];
        MeterOf(side).SetDisk(own.Max(fill => fill.UsedBytes));
        return own;
    }

    private void RemoveLater(Box box)
    {
        var removal = box.DisposeAsync().AsTask();
        _removals.TryAdd(removal, true);
        _ = removal.ContinueWith(_ => _removals.TryRemove(removal, out bool _), TaskScheduler.Default);
    }
}
