namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// Watches the learner's box while a command of the checker runs: what that command starts through <c>as-learner</c>
/// has nobody else who would end it for its CPU time.
/// </summary>
internal sealed class LearnerWatch(BoxMeter meter)
{
    private BoxMeter.Watch _watch = meter.Begin();
    private Ending.OverLimit? _seen;

    /// <summary>Ends what runs in the learner's box when it is over its CPU limit. The next call counts afresh.</summary>
    public void Look(string phase)
    {
        if (_watch.Look(phase) is not { } over)
            return;
        _seen ??= over;
        meter.Cgroup.Kill();
        _watch = meter.Begin();
    }

    /// <summary>The limit that the learner's box went over, if it did.</summary>
    public Ending.OverLimit? Limit(string phase) => _seen ?? _watch.Enforced(phase) ?? _watch.FullDisk(phase);
}
