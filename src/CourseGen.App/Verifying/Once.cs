namespace CourseGen.App.Verifying;

/// <summary>Work that is done once for all who ask, whenever the first of them does. A failure is not kept: who asks next begins it anew.</summary>
internal sealed class Once<T>(Func<Task<T>> work)
{
    private readonly Lock _gate = new();
    private Task<T>? _task;

    /// <summary>What comes of the work, which is begun when it is not under way or done.</summary>
    public Task<T> Result
    {
        get
        {
            lock (_gate) return _task is null or { IsFaulted: true } ? _task = BeginAsync() : _task;
        }
    }

    /// <summary>Waits until nothing of the work is under way, however it ends.</summary>
    public async Task EndedAsync()
    {
        Task? task;
        lock (_gate) task = _task;
        if (task is not null) await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // What fails before it first waits fails as the rest of it does.
    private async Task<T> BeginAsync() => await work();
}
