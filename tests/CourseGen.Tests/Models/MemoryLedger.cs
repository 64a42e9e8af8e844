using CourseGen.Models;

namespace CourseGen.Tests.Models;

/// <summary>A ledger that lasts as long as the test.</summary>
internal sealed class MemoryLedger : ICallLedger
{
    public Dictionary<string, string> Entries { get; } = new(StringComparer.Ordinal);

    public async Task<string> OnceAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellation)
    {
        if (!Entries.TryGetValue(key, out var entry))
            Entries[key] = entry = await ask(cancellation);
        return entry;
    }
}
