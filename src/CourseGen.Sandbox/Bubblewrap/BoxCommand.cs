using System.Diagnostics;
using CourseGen.Sandbox.Bubblewrap.Holders;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>A command running in a box, watched by a thread of its own until nothing of it is left.</summary>
internal sealed class BoxCommand : IRunningCommand
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    // Everything of a box ends with its first process; this is for a kernel that takes its time about it.
    private static readonly TimeSpan KillAgainAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DrainBound = TimeSpan.FromSeconds(1);

    // As shells say it: found, and not to be run. A learner's program can close the workspace while others start.
    private const int CannotExecute = 126;

    private readonly Lock _ending = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly BoxMeter.Watch _watch;
    private readonly LearnerWatch? _learner;
    private readonly LearnerBudget? _budget;
    private readonly CommandPlan _plan;
    private StartedBox? _box;
    private Pump? _pump;
    private Ending? _cause;
    private TimeSpan? _killedAt;

    private BoxCommand(CommandPlan plan)
    {
        _plan = plan;
        // Before anything runs: a quick program is over its limit before this thread gets its next turn.
        _watch = plan.Meter.Begin();
        _learner = plan.LearnerMeter is { } meter ? new LearnerWatch(meter) : null;
        _budget = plan.Budget;
        // A thread of its own, not a pooled one: it is moved into the session to start the command, waits for as long as
        // that runs, and the command ends with it.
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
        try
        {
            using var box = _plan.Holder.StartCommand(_plan.Side, _plan.Command);
            using var pump = Begin(box);
            return Attend(pump);
        }
        catch (SandboxException failed)
        {
            return NotStarted(failed);
        }
        catch (IOException failed)
        {
            return NotStarted(failed);
        }
        catch (UnauthorizedAccessException failed)
        {
            return NotStarted(failed);
        }
    }

    private Pump Begin(StartedBox box)
    {
        var pump = new Pump(box.Child, _plan.Command.Input, _plan.Limits.OutputBytes, box.FirstCall is { } call ? call with { Carry = () => Carry(call) } : null);
        lock (_ending)
        {
            _box = box;
            _pump = pump;
            if (_cause is not null)
                Kill(box.Child);
        }

        return pump;
    }

    private void Carry(FirstCall call)
    {
        try
        {
            call.Carry();
        }
        catch (SandboxException failed)
        {
            End(new Ending.EngineFault($"calls to the learner's box cannot be carried: {failed.Message}"));
        }
        catch (IOException failed)
        {
            End(new Ending.EngineFault($"calls to the learner's box cannot be carried: {failed.Message}"));
        }
    }

    private CommandResult Attend(Pump pump)
    {
        TimeSpan? exitedAt = null;
        var nextLook = TimeSpan.Zero;
        while (!pump.IsFinished && !(_clock.Elapsed > exitedAt + DrainBound))
        {
            if (pump.HasExited)
                exitedAt ??= _clock.Elapsed;
            if (_clock.Elapsed >= nextLook)
            {
                Look();
                nextLook = _clock.Elapsed + LookInterval;
            }

            var untilWall = _plan.Command.Wall - _clock.Elapsed;
            pump.Turn(untilWall > TimeSpan.Zero && untilWall < LookInterval ? untilWall : LookInterval);
            CheckOutputAndWall(pump);
            if (_clock.Elapsed > _killedAt + GiveUpAfter)
                return Told(new Ending.EngineFault("the box could not be ended"), pump);
        }

        _ = _watch.Look(_plan.Command.Phase);
        _learner?.Look(_plan.Command.Phase);
        var ending = Decide(pump);
        if (ending is Ending.OverLimit { Limit: LimitKind.Memory })
            _plan.Meter.Settle();
        return Told(ending, pump) with { LearnerLimit = _learner?.Limit(_plan.Command.Phase) };
    }

    private void Look()
    {
        if (_watch.Look(_plan.Command.Phase) is { } over)
            End(over);
        if (_budget?.Over(_plan.Command.Phase) is { } spent)
            End(spent);
        _learner?.Look(_plan.Command.Phase);
        if (_clock.Elapsed > _killedAt + KillAgainAfter)
            Kill(_box!.Child);
    }

    private void CheckOutputAndWall(Pump pump)
    {
        var phase = _plan.Command.Phase;
        var seen = Math.Max(pump.Output.Seen, pump.Error.Seen);
        if (pump.Output.IsOver || pump.Error.IsOver)
            End(new Ending.OverLimit(LimitKind.Output, phase, _plan.Limits.OutputBytes, seen));
        else if (_clock.Elapsed >= _plan.Command.Wall)
            End(Ending.OverTime(LimitKind.Wall, phase, _plan.Command.Wall, _clock.Elapsed));
    }

    /// <summary>Ends the command for a cause; the first cause counts.</summary>
    private void End(Ending because)
    {
        lock (_ending)
        {
            if (_cause is not null || _pump is { HasExited: true })
                return;
            _cause = because;
            if (_box is not null)
                Kill(_box.Child);
        }
    }

    /// <remarks>
    /// Bubblewrap's child is the first process of the box's process namespace: with that one the kernel ends all others,
    /// and bubblewrap ends only after them. Before it is there, or when it does not go, bubblewrap's own death takes it
    /// along.
    /// </remarks>
    private void Kill(Child child)
    {
        var again = _killedAt is not null;
        _killedAt ??= _clock.Elapsed;
        foreach (var bubblewrap in _plan.Holder.BubblewrapOf(child))
        {
            var firsts = ProcessTree.ChildrenOf(bubblewrap);
            foreach (var victim in firsts.Count == 0 || again ? firsts.Append(bubblewrap) : firsts)
                _ = Libc.Kill(victim, Libc.SigKill);
        }
    }

    private Ending Decide(Pump pump)
    {
        var phase = _plan.Command.Phase;
        var status = pump.ExitStatus();
        if (_cause is Ending.OverLimit { Limit: LimitKind.Wall or LimitKind.Cpu })
            return _watch.Enforced(phase) ?? _cause;
        if (_cause is not null)
            return _cause;
        if (_plan is { Side: Side.Checker, Holder.CarriesCalls: false })
            return new Ending.EngineFault("what carries calls to the learner's box has ended");
        if (status == 0)
            return new Ending.Exited(0);
        if ((_watch.Enforced(phase) ?? _watch.FullDisk(phase)) is { } over)
            return over;
        if (_box!.HasRun())
            return new Ending.Exited(status);
        return IsWorkspaceClosed(pump)
            ? new Ending.Exited(CannotExecute)
            : new Ending.EngineFault($"the box did not come up, or was ended from outside: {ErrorText.EndOf(pump.Error.Kept)}");
    }

    /// <remarks>The program has not run, so that what stands in standard error is bubblewrap's own.</remarks>
    private static bool IsWorkspaceClosed(Pump pump) =>
        ErrorText.EndOf(pump.Error.Kept).EndsWith($"Can't chdir to {BoxPaths.Workspace}: Permission denied", StringComparison.Ordinal);

    private CommandResult Told(Ending ending, Pump pump) => new(ending, pump.Output.Kept, pump.Error.Kept, _clock.Elapsed, _watch.Cpu);

    private CommandResult NotStarted(Exception failed) =>
        new(new Ending.EngineFault($"the command did not start: {failed.Message}"), default, default, _clock.Elapsed, _watch.Cpu);
}
