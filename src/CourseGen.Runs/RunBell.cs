namespace CourseGen.Runs;

/// <summary>
/// Rung when a run may have become ready, so that idle workers of the same process start at once. It carries no
/// information: a worker that misses it finds the run at its next poll.
/// </summary>
public sealed class RunBell
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Completes at the next ring.</summary>
    public Task NextRing => _next.Task;

    /// <summary>Wakes everybody who waits.</summary>
    public void Ring() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
