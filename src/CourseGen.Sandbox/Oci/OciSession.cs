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
    private readonly Premises _premises;
    private readonly Calls _calls;
    private readonly BoxMeter _learner = new();
    private readonly BoxMeter _checker = new();
    private readonly ConcurrentDictionary<BoxCommand, Side> _running = new();
    private readonly ConcurrentDictionary<Task, bool> _removals = new();

    private OciSession(SessionTools tools, SessionSpec spec, Premises premises)
    {
        (_tools, _spec, _premises) = (tools, spec, premises);
        _calls = new Calls(
            premises.Keeper,
            (pipes, stop) => Box.CreateAsync(tools.Api, BoxFlags.Box(tools.Settings, PlaceOf(Side.Learner), [pipes], command: null), stop),
            () => PlanOf(Side.Learner, "call", TimeSpan.MaxValue, default),
            NoteLearnerLimit);
        _calls.Listen();
    }

    /// <summary>Opens a session.</summary>
    public static async Task<OciSession> OpenAsync(SessionTools tools, string name, SessionSpec spec, CancellationToken cancellation)
    {
        SpecRules.Check(spec);
        return new(tools, spec, await Premises.PrepareAsync(tools, name, spec, cancellation));
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
        var asker = await Box.CreateAsync(_tools.Api, BoxFlags.Asker(_tools.Settings, _premises.Keeper.Id, port, path), cancellation);
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
        using var answer = await _tools.Api.GetArchiveAsync(_premises.Keeper.Id, _premises.Volumes.Workspace.KeeperPath, cancellation)
            ?? throw new SandboxException("the session's workspace is gone");
        try
        {
            await using var archive = await answer.Content.ReadAsStreamAsync(cancellation);
            var after = await TreeArchive.ReadAsync(
                archive, WorkspaceName, _premises.TreeBytes + _spec.Limits.DiskBytes, _tools.Layers.Blobs, cancellation);
            return _tools.Layers.Keep(Trees.Difference(_premises.Tree, after));
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
        new ReportReader(_tools.Api, _premises.Keeper.Id, _premises.Volumes.Report.KeeperPath).ReadAsync(name, maxBytes, cancellation);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_running.Keys.Select(command => command.StopAsync()));
        await _calls.DisposeAsync();
        await Task.WhenAll(_removals.Keys);
        await _premises.DisposeAsync();
    }

    private BoxMeter MeterOf(Side side) => side == Side.Learner ? _learner : _checker;

    private BoxPlace PlaceOf(Side side) => new(_spec, side, _premises.Volumes, _premises.Keeper.Id);

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

    private CommandPlan PlanOf(Side side, string phase, TimeSpan wall, ReadOnlyMemory<byte> input) =>
        new(phase, wall, input, _spec.Limits, MeterOf(side), () => FillAsync(side));

    private LearnerBudget? BudgetOf(Side side, Command command) =>
        (side, command.LearnerCpu) is (Side.Checker, { } most) ? new LearnerBudget(() => _learner.Usage.Cpu, most) : null;

    private async Task<IReadOnlyList<VolumeFill>> FillAsync(Side side)
    {
        var fills = await _premises.FillAsync(side);
        MeterOf(side).SetDisk(fills.Max(fill => fill.UsedBytes));
        return fills;
    }

    private void RemoveLater(Box box)
    {
        var removal = box.DisposeAsync().AsTask();
        _removals.TryAdd(removal, true);
        _ = removal.ContinueWith(_ => _removals.TryRemove(removal, out bool _), TaskScheduler.Default);
    }
}
