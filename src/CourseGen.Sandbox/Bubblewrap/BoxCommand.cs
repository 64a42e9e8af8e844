using System.Diagnostics;
using System.Text;
using CourseGen.Sandbox.Bubblewrap.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>A command running in a box, watched by a thread of its own until nothing of it is left.</summary>
internal sealed class BoxCommand : IRunningCommand
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    // Everything of a box ends with its first process; this is for a kernel that takes its time about it.
    private static readonly TimeSpan KillAgainAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DrainBound = TimeSpan.FromSeconds(1);

    // As shells say it: found, and not to be run. A learner's program can close the workspace while others start.
    private const int CannotExecute = 126;

    private readonly Lock ending = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Process process;
    private readonly Pump pump;
    private readonly BoxMeter.Watch watch;
    private readonly LearnerWatch? learner;
    private readonly LearnerBudget? budget;
    private readonly CommandPlan plan;
    private Ending? cause;
    private TimeSpan? killedAt;

    private BoxCommand(CommandPlan plan)
    {
        this.plan = plan;
        // Before anything runs: a quick program is over its limit before this thread gets its next turn.
        watch = plan.Meter.Begin();
        learner = plan.LearnerMeter is { } meter ? new LearnerWatch(meter) : null;
        budget = plan.Budget;
        process = HostProcess.Start("sh", plan.Arguments);
        pump = new Pump(process, plan.Command.Input, plan.Limits.OutputBytes);
        pump.GiveStreamsTo(plan.User);
        // A thread of its own, not a pooled one: it waits for as long as the command runs.
        Completion = Task.Factory.StartNew(
            Attend, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public Task<CommandResult> Completion { get; }

    /// <summary>Starts the command.</summary>
    public static BoxCommand Start(CommandPlan plan) => new(plan);

    public Task<CommandResult> StopAsync()
    {
        End(new Ending.Stopped());
        return Completion;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private CommandResult Attend()
    {
        using (pump)
        {
            TimeSpan? exitedAt = null;
            var nextLook = TimeSpan.Zero;
            while (!pump.IsFinished && !(clock.Elapsed > exitedAt + DrainBound))
            {
                if (pump.HasExited)
                    exitedAt ??= clock.Elapsed;
                if (clock.Elapsed >= nextLook)
                {
                    Look();
                    nextLook = clock.Elapsed + LookInterval;
                }

                var untilWall = plan.Command.Wall - clock.Elapsed;
                pump.Turn(untilWall > TimeSpan.Zero && untilWall < LookInterval ? untilWall : LookInterval);
                CheckOutputAndWall();
                if (clock.Elapsed > killedAt + GiveUpAfter)
                    return Fault("the box could not be ended");
            }

            return Result();
        }
    }

    private void Look()
    {
        if (watch.Look(plan.Command.Phase) is { } over)
            End(over);
        if (budget?.Over(plan.Command.Phase) is { } spent)
            End(spent);
        learner?.Look(plan.Command.Phase);
        if (clock.Elapsed > killedAt + KillAgainAfter)
            Kill();
    }

    private void CheckOutputAndWall()
    {
        var phase = plan.Command.Phase;
        var seen = Math.Max(pump.Output.Seen, pump.Error.Seen);
        if (pump.Output.IsOver || pump.Error.IsOver)
            End(new Ending.OverLimit(LimitKind.Output, phase, plan.Limits.OutputBytes, seen));
        else if (clock.Elapsed >= plan.Command.Wall)
            End(new Ending.OverLimit(LimitKind.Wall, phase, Milliseconds(plan.Command.Wall), Milliseconds(clock.Elapsed)));
    }

    /// <summary>Ends the command for a cause; the first cause counts.</summary>
    private void End(Ending because)
    {
        lock (ending)
        {
            if (cause is not null || pump.HasExited)
                return;
            cause = because;
            Kill();
        }
    }

    /// <remarks>
    /// What was started becomes nsenter. Its child is bubblewrap, whose child is the first process of the box's process
    /// namespace: with that one the kernel ends all others, and bubblewrap and nsenter end only after them. Before it is
    /// there, or when it does not go, bubblewrap's own death takes it along.
    /// </remarks>
    private void Kill()
    {
        var again = killedAt is not null;
        killedAt ??= clock.Elapsed;
        foreach (var bubblewrap in ProcessTree.ChildrenOf(process.Id))
        {
            var firsts = ProcessTree.ChildrenOf(bubblewrap);
            foreach (var victim in firsts.Count == 0 || again ? firsts.Append(bubblewrap) : firsts)
                _ = Libc.Kill(victim, Libc.SigKill);
        }
    }

    private CommandResult Result()
    {
        _ = watch.Look(plan.Command.Phase);
        learner?.Look(plan.Command.Phase);
        return new CommandResult(Decide(pump.ExitStatus()), pump.Output.Kept, pump.Error.Kept, clock.Elapsed, watch.Cpu)
        {
            LearnerLimit = learner?.Limit(plan.Command.Phase),
        };
    }

    private Ending Decide(int status)
    {
        var phase = plan.Command.Phase;
        if (cause is Ending.OverLimit { Limit: LimitKind.Wall or LimitKind.Cpu })
            return watch.Enforced(phase) ?? cause;
        if (cause is not null)
            return cause;
        if (status == 0)
            return new Ending.Exited(0);
        if ((watch.Enforced(phase) ?? watch.FullDisk(phase)) is { } over)
            return over;
        if (plan.HasRun())
            return new Ending.Exited(status);
        return IsWorkspaceClosed()
            ? new Ending.Exited(CannotExecute)
            : new Ending.EngineFault($"the box did not come up, or was ended from outside: {Tail(pump.Error.Kept)}");
    }

    /// <remarks>The program has not run, so that what stands in standard error is bubblewrap's own.</remarks>
    private bool IsWorkspaceClosed() =>
        Tail(pump.Error.Kept).EndsWith($"Can't chdir to {BoxPaths.Workspace}: Permission denied", StringComparison.Ordinal);

    private CommandResult Fault(string reason) =>
        new(new Ending.EngineFault(reason), pump.Output.Kept, pump.Error.Kept, clock.Elapsed, watch.Cpu);

    private static string Tail(ReadOnlyMemory<byte> text) =>
        Encoding.UTF8.GetString(text.Span[Math.Max(0, text.Length - 500)..]).Trim();

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;
}
