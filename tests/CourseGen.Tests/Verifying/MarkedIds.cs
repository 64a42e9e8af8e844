using System.Globalization;
using CourseGen.Runs;

namespace CourseGen.Tests.Verifying;

/// <summary>Ids that tell this test's reports, and so the processes of its boxes, from everybody else's.</summary>
internal sealed class MarkedIds : IIds
{
    private int _last;

    /// <summary>A part of every id.</summary>
    public static string Mark { get; } = string.Create(CultureInfo.InvariantCulture, $"tiny-{Environment.ProcessId}");

    public string Next(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{Mark}-{Interlocked.Increment(ref _last)}");
}
