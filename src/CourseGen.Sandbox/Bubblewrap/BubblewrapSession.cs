using System.Collections.Concurrent;
using System.Text;
using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.Sandbox.Bubblewrap.Holders;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>A session: a holder, its two boxes, and what runs in them.</summary>
internal sealed class BubblewrapSession : ISession
{
    private static readonly TimeSpan RemovalBound = TimeSpan.FromMinutes(1);

    private readonly WorkFolder _work;
    private readonly LayerUse _layers;
    private readonly string _folder;
    private readonly SessionSpec _spec;
    private readonly BoxMeter _learner;
    private readonly BoxMeter _checker;
    private readonly ConcurrentDictionary<BoxCommand, bool> _running = new();

    private BubblewrapSession(WorkFolder work, LayerUse layers, string folder, SessionSpec spec, Boxes boxes, Holder holder)
    {
        _work = work;
        _layers = layers;
        _folder = folder;
        _spec = spec;
        Holder = holder;
        _learner = new BoxMeter(boxes.Learner, spec.Limits, [holder.Reach("/mnt/u"), holder.Reach("/mnt/t"), holder.Reach("/mnt/x")]);
        _checker = new BoxMeter(boxes.Checker, spec.Limits, [holder.Reach("/mnt/c"), holder.Reach("/mnt/x")]);
    }

    public Holder Holder { get; }

    /// <summary>Opens a session. Blocks; for a thread of the caller's own.</summary>
    /// <exception cref="SandboxException">It cannot be made on this machine, as it is now.</exception>
    public static BubblewrapSession Open(
        WorkFolder work, LayerFolders layers, CgroupTree cgroups, BoxSettings settings, SessionSpec spec, CancellationToken cancellation)
    {
        SpecRules.Check(spec);
        var use = layers.Use(spec.Layers);
        string? folder = null;
        Boxes? boxes = null;
        BubblewrapSession? session = null;
        try
        {
            (var name, folder) = work.NewSession();
            boxes = Boxes.Create(cgroups, name, spec.Limits);
            var mounts = Mounts.Of(folder, work.MaskFolder, CheckerFolders.MakeReadable(spec, work.CopiesOf(folder)), settings, use.Folders);
            var started = Holder.Start(work, new HolderPlan(folder, settings, mounts, spec, boxes), cancellation);
            return session = new BubblewrapSession(work, use, folder, spec, boxes, started);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"a session's files cannot be written: {full.Message}", full);
        }
        finally
        {
            if (session is null)
            {
                boxes?.RemoveAsync().GetAwaiter().GetResult();
                if (folder is not null)
                    work.RemoveSession(folder);
                use.Release();
            }
        }
    }

    public Usage UsageOf(Side side) => MeterOf(side).Usage;

    /// <summary>Removes the paths that the specification wants absent.</summary>
    /// <remarks>The learner's own box does it: a link in a layer leads nowhere but into that box.</remarks>
    public async Task RemoveAbsentAsync(CancellationToken cancellation)
    {
        if (_spec.Absent.Count == 0)
            return;
        var removal = new Command
        {
            Arguments = ["xargs", "-0", "rm", "-rf", "--"],
            Phase = "remove absent paths",
            Wall = RemovalBound,
            Input = Encoding.UTF8.GetBytes(string.Join('\0', _spec.Absent)),
        };
        var result = await RunAsync(Side.Learner, removal, cancellation);
        if (!result.Succeeded)
            throw new SandboxException($"cannot remove the absent paths: {result.Ending} {Encoding.UTF8.GetString(result.Error.Span)}");
    }

    public async Task<CommandResult> RunAsync(Side side, Command command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await using var started = Start(side, command);
        await using var stop = cancellation.Register(() => _ = started.StopAsync());
        var result = await started.Completion;
        if (result.Ending is Ending.Stopped)
            cancellation.ThrowIfCancellationRequested();
        return result;
    }

    public Task<IRunningCommand> StartAsync(Command command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IRunningCommand>(Start(Side.Learner, command));
    }

    public void MakeReady(Side side) => Holder.MakeReady(side);

    public Task<Health> WaitHealthyAsync(
        IRunningCommand service, int port, string path, TimeSpan within, CancellationToken cancellation)
    {
        var plan = new HealthPlan(service.Completion, port, path, within);
        return Task.Factory.StartNew(
            () => Holder.AskHealth(plan, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <remarks>Root copies: a program that still runs could put a link to the host in a folder's place meanwhile.</remarks>
    public Task<Layer> KeepChangesAsync(CancellationToken cancellation) =>
        _running.Keys.All(command => command.Completion.IsCompleted)
            ? _layers.KeepChangesAsync(Holder, cancellation)
            : throw new SandboxException("changes cannot be kept while a program runs in the session");

    public Task<CollectedFile> ReadReportAsync(string name, int maxBytes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(ReportReader.Read(Holder.Reach("/mnt/c/report"), name, maxBytes));
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_running.Keys.Select(command => command.StopAsync()));
        await Holder.DisposeAsync();
        await new Boxes(_learner.Cgroup, _checker.Cgroup).RemoveAsync();
        _work.RemoveSession(_folder);
        _layers.Release();
    }

    /// <summary>Undoes that a program has closed the workspace, so that the next command can start in it.</summary>
    private void OpenWorkspace()
    {
        const UnixFileMode open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        try
        {
            var workspace = Holder.Reach("/mnt/w");
            var mode = File.GetUnixFileMode(workspace);
            if ((mode & open) != open)
                File.SetUnixFileMode(workspace, mode | open);
        }
        catch (IOException gone)
        {
            throw new SandboxException($"the session is gone: {gone.Message}", gone);
        }
    }

    private BoxMeter MeterOf(Side side) => side == Side.Learner ? _learner : _checker;

    private BoxCommand Start(Side side, Command command)
    {
        OpenWorkspace();
        var plan = new CommandPlan(Holder, side, command, _spec.Limits)
        {
            Meter = MeterOf(side),
            LearnerMeter = side == Side.Checker ? _learner : null,
        };
        var started = BoxCommand.Start(plan);
        _running.TryAdd(started, true);
        _ = started.Completion.ContinueWith(_ => _running.TryRemove(started, out bool _), TaskScheduler.Default);
        return started;
    }
}
