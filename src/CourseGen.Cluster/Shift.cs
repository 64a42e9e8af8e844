using System.Runtime.ExceptionServices;
using CourseGen.Runs;

namespace CourseGen.Cluster;

/// <summary>How long a node works: until it is stopped, or until trouble of which its rule says that waiting does not help.</summary>
internal sealed class Shift(NodeOptions options, TimeProvider time, CancellationToken stop) : IDisposable
{
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(stop);
    private ExceptionDispatchInfo? _hopeless;

    /// <summary>Cancelled when it is over.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>Tells of trouble and waits as long as its rule says, or ends the shift. Trouble of the schedule alone waits for the next poll.</summary>
    public async Task WaitOutAsync(Exception trouble)
    {
        var pause = trouble is OutsideTrouble outside ? outside.Rule.PauseOr(options.Poll) : options.Poll;
        if (pause is { } wait)
        {
            options.OnTrouble(trouble);
            await Task.Delay(wait, time, End).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        _hopeless ??= ExceptionDispatchInfo.Capture(trouble);
        await CloseAsync();
    }

    /// <summary>Ends it.</summary>
    public Task CloseAsync() => _end.CancelAsync();

    /// <exception cref="OutsideTrouble">That is what ended it.</exception>
    public void ThrowIfHopeless() => _hopeless?.Throw();

    public void Dispose() => _end.Dispose();
}
