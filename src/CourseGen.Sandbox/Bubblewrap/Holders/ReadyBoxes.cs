namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>The boxes of a session that wait for a command: one of a side at most.</summary>
/// <param name="start">Starts one.</param>
internal sealed class ReadyBoxes(Func<Side, ReadyBox> start) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Side, Task<ReadyBox>> _starting = [];

    /// <summary>Begins to start the one of a side, unless it is there.</summary>
    public void Make(Side side)
    {
        lock (_gate)
        {
            if (!_starting.ContainsKey(side))
                _starting[side] = Task.Run(() => start(side));
        }
    }

    /// <summary>Takes the one of a side.</summary>
    /// <returns>Null where there is none, or none could be started: the command's own start says what is wrong, if it still is.</returns>
    public async Task<ReadyBox?> TakeAsync(Side side)
    {
        Task<ReadyBox>? starting;
        lock (_gate)
        {
            if (!_starting.Remove(side, out starting))
                return null;
        }

        await Task.WhenAny(starting).ConfigureAwait(false);
        return starting.IsCompletedSuccessfully ? await starting : null;
    }

    /// <summary>Ends those that serve nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var side in new[] { Side.Learner, Side.Checker })
        {
            if (await TakeAsync(side) is { } unused)
                await unused.DisposeAsync();
        }
    }
}
