using System.Collections.Concurrent;

namespace CourseGen.Models;

/// <summary>How many calls may be under way at once to one provider; shared by every gateway of a process.</summary>
/// <param name="perProvider">At least 1.</param>
public sealed class ProviderSlots(int perProvider)
{
    /// <summary>What providers allow small customers at once, roughly; more only earns refusals.</summary>
    public const int Default = 8;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _slots = new(StringComparer.Ordinal);

    /// <summary>How many calls may be under way at once.</summary>
    public int PerProvider => perProvider;

    /// <summary>Waits for a slot; null when none came free in time. Disposing gives it back.</summary>
    internal async Task<IDisposable?> TakeAsync(string provider, TimeSpan within, CancellationToken cancellation)
    {
        var slots = _slots.GetOrAdd(provider, _ => new(perProvider, perProvider));
        return await slots.WaitAsync(within, cancellation) ? new Slot(slots) : null;
    }

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
