using System.Collections.Concurrent;
using System.Text;
using CourseGen.Sandbox.Bubblewrap.Cgroups;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>A session: a holder, its two boxes, and what runs in them.</summary>
internal sealed class BubblewrapSession : ISession
{
    private static readonly TimeSpan RemovalBound = TimeSpan.FromMinutes(1);

    private readonly WorkFolder work;
    private readonly LayerFolders layers;
    private readonly string folder;
    private readonly SessionSpec spec;
    private readonly string processes;
    private readonly Holder holder;
    private readonly BoxMeter learner;
    private readonly BoxMeter checker;
    private readonly ConcurrentDictionary<BoxCommand, bool> running = new();
    private int commands;

    private BubblewrapSession(WorkFolder work, LayerFolders layers, string folder, SessionSpec spec, Boxes boxes, Holder holder)
    {
        this.work = work;
        this.layers = layers;
        this.folder = folder;
        this.spec = spec;
        this.holder = holder;
        processes = boxes.ProcessLimit(spec.Limits);
        learner = new BoxMeter(boxes.Learner, spec.Limits, [holder.Reach("/mnt/u"), holder.Reach("/mnt/t"), holder.Reach("/mnt/x")]);
        checker = new BoxMeter(boxes.Checker, spec.Limits, [holder.Reach("/mnt/c"), holder.Reach("/mnt/x")]);
    }

    /// <summary>Opens a session. Blocks; for a thread of the caller's own.</summary>
    public static BubblewrapSession Open(
        WorkFolder work, LayerFolders layers, CgroupTree cgroups, BoxSettings settings, SessionSpec spec, CancellationToken cancellation)
    {
        SpecRules.Check(spec);
        var layerFolders = spec.Layers.Select(work.FolderOf).ToList();
        var (name, folder) = work.NewSession();
        Boxes? boxes = null;
        BubblewrapSession? session = null;
        try
        {
            boxes = Boxes.Create(cgroups, name, spec.Limits);
            SessionFiles.WriteMounts(folder, CheckerFolders.MakeReadable(spec, work, folder), settings.Root, layerFolders);
            SessionFiles.WriteBox(folder, Side.Learner, BoxFlags.For(Side.Learner, spec, settings), boxes.Learner);
            SessionFiles.WriteBox(folder, Side.Checker, BoxFlags.For(Side.Checker, spec, settings), boxes.Checker);
            SessionFiles.WriteGroups(folder, [boxes.Learner, boxes.Checker]);
            var started = Holder.Start(folder, work, spec, boxes.ProcessLimit(spec.Limits), cancellation);
            return session = new BubblewrapSession(work, layers, folder, spec, boxes, started);
        }
        finally
        {
            if (session is null)
            {
                boxes?.Remove();
                Sweep.RemoveFolder(folder);
            }
        }
    }

    public Usage UsageOf(Side side) => MeterOf(side).Usage;

    /// <summary>Removes the paths that the specification wants absent.</summary>
    /// <remarks>The learner's own box does it: a link in a layer leads nowhere but into that box.</remarks>
    public async Task RemoveAbsentAsync(CancellationToken cancellation)
    {
        if (spec.Absent.Count == 0)
            return;
        var removal = new Command
        {
            Arguments = ["xargs", "-0", "rm", "-rf", "--"],
            Phase = "remove absent paths",
            Wall = RemovalBound,
            Input = Encoding.UTF8.GetBytes(string.Join('\0', spec.Absent)),
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

    public Task<Health> WaitHealthyAsync(
        IRunningCommand service, int port, string path, TimeSpan within, CancellationToken cancellation)
    {
        var question = new HealthQuestion(work, holder, port, path, within);
        return Task.Factory.StartNew(
            () => question.Ask(service.Completion, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <remarks>Root copies: a program that still runs could put a link to the host in a folder's place meanwhile.</remarks>
    public Task<Layer> KeepChangesAsync(CancellationToken cancellation) =>
        running.Keys.All(command => command.Completion.IsCompleted)
            ? layers.KeepChangesAsync(holder, cancellation)
            : throw new SandboxException("changes cannot be kept while a program runs in the session");

    public Task<CollectedFile> ReadReportAsync(string name, int maxBytes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(ReportReader.Read(holder.Reach("/mnt/c/report"), name, maxBytes));
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(running.Keys.Select(command => command.StopAsync()));
        await holder.DisposeAsync();
        // The holder's own clearing up has come first; this is for one that was cut off.
        if (Directory.Exists(folder))
        {
            new Boxes(learner.Cgroup, checker.Cgroup).Remove();
            Sweep.RemoveFolder(folder);
        }
    }

    /// <summary>Undoes that a program has closed the workspace, so that the next command can start in it.</summary>
    private void OpenWorkspace()
    {
        const UnixFileMode open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        var workspace = holder.Reach("/mnt/w");
        var mode = File.GetUnixFileMode(workspace);
        if ((mode & open) != open)
            File.SetUnixFileMode(workspace, mode | open);
    }

    private BoxMeter MeterOf(Side side) => side == Side.Learner ? learner : checker;

    private BoxCommand Start(Side side, Command command)
    {
        OpenWorkspace();
        var plan = new CommandPlan(
            work.ScriptsFolder, folder, Interlocked.Increment(ref commands), holder, side, command, spec.Limits, processes)
        {
            Meter = MeterOf(side),
            LearnerMeter = side == Side.Checker ? learner : null,
        };
        var started = BoxCommand.Start(plan);
        running.TryAdd(started, true);
        _ = started.Completion.ContinueWith(_ => running.TryRemove(started, out bool _), TaskScheduler.Default);
        return started;
    }
}
