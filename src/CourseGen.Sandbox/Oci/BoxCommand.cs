using System.Diagnostics;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Oci;

/// <summary>A command running in a box of its own, watched until nothing of it is left.</summary>
internal sealed class BoxCommand : IRunningCommand
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan KillAgainAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LastPause = TimeSpan.FromMilliseconds(800);

    private readonly Lock _ending = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Box _box;
    private readonly AttachedStreams _streams;
    private readonly CommandPlan _plan;
    private readonly BoundedBuffer _output;
    private readonly BoundedBuffer _error;
    private readonly BoxSightings _seen;
    private Ending? _cause;
    private TimeSpan? _killedAt;
    private TimeSpan _metered;
    private bool _hasEnded;

    private BoxCommand(Box box, AttachedStreams streams, CommandPlan plan)
    {
        _box = box;
        _streams = streams;
        _plan = plan;
        _output = new BoundedBuffer(plan.Limits.OutputBytes);
        _error = new BoundedBuffer(plan.Limits.OutputBytes + BoxNote.MaxLength);
        _seen = new BoxSightings(plan.Limits, plan.Phase);
        Completion = AttendAsync();
    }

    public Task<CommandResult> Completion { get; }

    /// <summary>The exit status of the box, once it has ended.</summary>
    public int Status { get; private set; }

    /// <summary>For a command of the checker: the first limit that the learner's box went over meanwhile.</summary>
    public Ending.OverLimit? LearnerLimit { get; set; }

    /// <summary>Starts the box's command. The clock begins to run when the engine says that it has.</summary>
    /// <param name="waits">Whether it only waits at first, until <see cref="Begin"/>.</param>
    public static async Task<BoxCommand> StartAsync(Box box, CommandPlan plan, bool waits, CancellationToken cancellation)
    {
        var command = new BoxCommand(box, await box.StartAsync(!plan.Input.IsEmpty, cancellation), plan);
        if (!waits)
            command.Begin();
        return command;
    }

    /// <summary>Begins to look at the clock and the limits.</summary>
    public void Begin()
    {
        if (_begun.TrySetResult())
            _clock.Restart();
    }

    public Task<CommandResult> StopAsync()
    {
        End(new Ending.Stopped());
        return Completion;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task<CommandResult> AttendAsync()
    {
        var reading = _streams.ReadToEndAsync(Take, CancellationToken.None);
        var writing = WriteInputAsync();
        try
        {
            await Task.WhenAny(reading, _begun.Task);
            while (!reading.IsCompleted && !(_clock.Elapsed > _killedAt + GiveUpAfter))
            {
                await Task.WhenAny(reading, Task.Delay(UntilNextLook()));
                if (!reading.IsCompleted)
                    await LookAsync();
            }

            if (!reading.IsCompleted)
                return Fault("the box could not be ended");
            lock (_ending)
                _hasEnded = true;
            var wall = _clock.Elapsed;
            using var bound = new CancellationTokenSource(GiveUpAfter);
            return await ResultAsync(await _box.EndAsync(bound.Token), wall, bound.Token);
        }
        catch (SandboxException trouble)
        {
            return Fault(trouble.Message);
        }
        catch (OperationCanceledException)
        {
            return Fault("the engine does not say how the box ended");
        }
        finally
        {
            await _streams.DisposeAsync();
            await writing;
        }
    }

    private async Task WriteInputAsync()
    {
        if (_plan.Input.IsEmpty)
            return;
        try
        {
            await _streams.WriteAsync(_plan.Input, CancellationToken.None);
            _streams.CloseInput();
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }
        catch (ObjectDisposedException)
        {
            // As above.
        }
    }

    private void Take(bool isError, ReadOnlySpan<byte> bytes)
    {
        var buffer = isError ? _error : _output;
        buffer.Add(bytes);
        if (buffer.IsOver)
            End(OverOutput(buffer.Seen));
    }

    private TimeSpan UntilNextLook()
    {
        var untilWall = _plan.Wall - _clock.Elapsed;
        var interval = _seen.Count == 0 ? FirstLook : _seen.UntilCpuLimit(LookInterval);
        var next = _killedAt is null && untilWall < interval ? untilWall : interval;
        return next > ShortestInterval ? next : ShortestInterval;
    }

    private async Task LookAsync()
    {
        if (_clock.Elapsed >= _plan.Wall)
            End(Ending.OverTime(LimitKind.Wall, _plan.Phase, _plan.Wall, _clock.Elapsed));
        if (_clock.Elapsed > _killedAt + KillAgainAfter)
            await _box.KillAsync();
        if (_killedAt is null)
        {
            _seen.Note(await _box.SampleAsync(), await _plan.Fill());
            Meter();
        }

        if ((_seen.OverCpu() ?? _plan.Budget?.Over(_plan.Phase)) is { } over)
            End(over);
    }

    private void Meter()
    {
        _plan.Meter.Add(_seen.Cpu - _metered, _seen.PeakMemoryBytes, _seen.PeakProcesses);
        _metered = _seen.Cpu;
    }

    /// <summary>Ends the command for a cause; the first cause counts.</summary>
    private void End(Ending because)
    {
        lock (_ending)
        {
            if (_cause is not null || _hasEnded)
                return;
            _cause = because;
            _killedAt = _clock.Elapsed;
        }

        Begin();
        _ = _box.KillAsync();
    }

    private async Task<CommandResult> ResultAsync(BoxEnd end, TimeSpan wall, CancellationToken bound)
    {
        Status = end.Status;
        var (note, error) = BoxNote.TakeOff(_error.Kept);
        if (note is null)
            end = await WhyKilledAsync(end, bound);
        if (note is null && error.Length > _plan.Limits.OutputBytes)
            error = error[..(int)_plan.Limits.OutputBytes];
        _seen.Note(note, end);
        _seen.Note(sample: null, await _plan.Fill());
        Meter();
        var ending = error.Length > _plan.Limits.OutputBytes ? OverOutput(error.Length) : _seen.EndingOf(_cause, end.Status, note is not null, error);
        return new CommandResult(ending, _output.Kept, error[..(int)Math.Min(error.Length, _plan.Limits.OutputBytes)], wall, _seen.Cpu)
        {
            LearnerLimit = LearnerLimit is { } limit ? limit with { Phase = _plan.Phase } : null,
        };
    }

    /// <remarks>An engine was seen to tell of the end of a box without the kernel's reason for it, which may come a moment later.</remarks>
    private async Task<BoxEnd> WhyKilledAsync(BoxEnd end, CancellationToken bound)
    {
        for (var pause = FirstPause; _cause is null && end is { Status: BoxEnd.Killed, MemoryKill: false } && pause <= LastPause; pause *= 2)
        {
            await Task.Delay(pause, bound);
            end = await _box.EndAsync(bound);
        }

        return end;
    }

    private Ending.OverLimit OverOutput(long seen) => new(LimitKind.Output, _plan.Phase, _plan.Limits.OutputBytes, seen);

    private CommandResult Fault(string reason) =>
        new(new Ending.EngineFault(reason), _output.Kept, _error.Kept, _clock.Elapsed, _seen.Cpu);
}
