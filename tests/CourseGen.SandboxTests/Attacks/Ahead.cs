using System.Collections.Concurrent;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>
/// Outcomes that are asked for one after the other and prepared a few at a time: tests of a theory run in turn, and most
/// attacks only wait.
/// </summary>
/// <param name="all">What there will be outcomes of, in the order in which they are asked for.</param>
/// <param name="atOnce">How many are prepared at a time.</param>
public sealed class Ahead<T>(IReadOnlyList<T> all, int atOnce, Func<T, Task<Outcome>> prepare) : IAsyncDisposable
    where T : notnull
{
    private readonly ConcurrentDictionary<T, Lazy<Task<Outcome>>> _begun = new();
    private readonly SemaphoreSlim _turn = new(atOnce);

    /// <summary>The outcome of one; those that come after it begin as well.</summary>
    public Task<Outcome> OutcomeOf(T one)
    {
        foreach (var next in all.SkipWhile(other => !other.Equals(one)).Take(atOnce))
            _ = Begin(next);
        return Begin(one);
    }

    /// <summary>Waits for those that have begun.</summary>
    public async ValueTask DisposeAsync()
    {
        Task ended = Task.WhenAll(_begun.Values.Select(outcome => outcome.Value));
        await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _turn.Dispose();
    }

    private Task<Outcome> Begin(T one) =>
        _begun.GetOrAdd(one, _ => new Lazy<Task<Outcome>>(() => Task.Run(() => PrepareAsync(one)))).Value;

    private async Task<Outcome> PrepareAsync(T one)
    {
        await _turn.WaitAsync();
        try
        {
            return await prepare(one);
        }
        finally
        {
            _turn.Release();
        }
    }
}
