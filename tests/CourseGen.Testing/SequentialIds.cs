using System.Globalization;
using CourseGen.Runs;

namespace CourseGen.Testing;

/// <summary>Ids that a test can foresee: <c>run_000001</c>, <c>run_000002</c> and so on, counted over all prefixes.</summary>
public sealed class SequentialIds : IIds
{
    private int _last;

    /// <inheritdoc/>
    public string Next(string prefix) => string.Create(
        CultureInfo.InvariantCulture, $"{prefix}_{Interlocked.Increment(ref _last):D6}");
}
