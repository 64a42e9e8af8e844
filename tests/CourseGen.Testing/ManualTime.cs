namespace CourseGen.Testing;

/// <summary>
/// A clock that only moves when the test moves it. Delays and timers on it fire while it moves, in the order they are
/// due.
/// </summary>
public sealed class ManualTime : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now;

    /// <summary>A clock that stands at a time, by default the first second of 2030.</summary>
    public ManualTime(DateTimeOffset? start = null) =>
        _now = start ?? new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Told the new time whenever the clock has moved, for clocks elsewhere that show the same.</summary>
    public Action<DateTimeOffset> Moved { get; set; } = _ => { };

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock and fires what becomes due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = GetUtcNow() + by;
        while (TakeDue(target) is { } timer)
        {
            Moved(GetUtcNow());
            timer.Fire();
        }

        lock (_gate) _now = target > _now ? target : _now;
        Moved(GetUtcNow());
    }

    /// <summary>
    /// Moves the clock step by step until something is done, giving the work between the steps a moment of real time.
    /// </summary>
    /// <exception cref="TimeoutException">It is not done after half a minute of real time.</exception>
    public async Task AdvanceUntilAsync(Task done, TimeSpan step)
    {
        ArgumentNullException.ThrowIfNull(done);
        var start = System.GetTimestamp();
        while (!done.IsCompleted)
        {
            if (System.GetElapsedTime(start) > Patience) throw new TimeoutException("What the test waits for never came.");
            Advance(step);
            await Task.WhenAny(done, Task.Delay(1));
        }

        await done;
    }

    private ManualTimer? TakeDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null) return null;
            if (next.Due > _now) _now = next.Due!.Value;
            next.Due = next.Period > TimeSpan.Zero ? next.Due + next.Period : null;
            return next;
        }
    }

    private sealed class ManualTimer(ManualTime time, Action callback) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                Due = dueTime < TimeSpan.Zero ? null : time._now + dueTime;
                Period = period < TimeSpan.Zero ? TimeSpan.Zero : period;
                time._timers.Add(this);
            }

            // What is due at once fires at once, as nothing else would move the clock.
            if (dueTime == TimeSpan.Zero) time.Advance(TimeSpan.Zero);
            return true;
        }

        public void Dispose()
        {
            lock (time._gate) time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
