namespace CourseGen.Models;

/// <summary>
/// Where answers are written down before they are used, so that a crash repeats no paid call. The run engine's
/// ledger is adapted to it.
/// </summary>
public interface ICallLedger
{
    /// <summary>Returns what is recorded under the key, or else asks, records, and returns it.</summary>
    /// <param name="key">The same question to the same configuration has the same key.</param>
    /// <param name="ask">Makes the call. Its result is to be stored as it is.</param>
    Task<string> OnceAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellation);
}
