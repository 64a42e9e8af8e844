using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseGen.App.Bundles;

/// <summary>Durations and sizes as they are written in a manifest.</summary>
internal static partial class Units
{
    /// <summary>Reads 500ms, 90s, 2m or 1h; null when it is neither.</summary>
    public static TimeSpan? Duration(string text) => Split(text) switch
    {
        (var number, "ms") => TimeSpan.FromMilliseconds(number),
        (var number, "s") => TimeSpan.FromSeconds(number),
        (var number, "m") => TimeSpan.FromMinutes(number),
        (var number, "h") => TimeSpan.FromHours(number),
        _ => null,
    };

    /// <summary>Reads 100B, 64KiB, 512MiB or 1GiB, in bytes; null when it is neither.</summary>
    public static long? Size(string text) => Split(text) switch
    {
        (var number, "B") => number,
        (var number, "KiB") => number * 1024,
        (var number, "MiB") => number * 1024 * 1024,
        (var number, "GiB") => number * 1024 * 1024 * 1024,
        _ => null,
    };

    /// <summary>Writes a duration as <see cref="Duration"/> reads it.</summary>
    public static string Write(TimeSpan value) =>
        value.Milliseconds != 0 ? $"{(long)value.TotalMilliseconds}ms" : $"{(long)value.TotalSeconds}s";

    /// <summary>Writes a size as <see cref="Size"/> reads it.</summary>
    public static string Write(long bytes) => bytes switch
    {
        _ when bytes % (1024 * 1024) == 0 => $"{bytes / 1024 / 1024}MiB",
        _ when bytes % 1024 == 0 => $"{bytes / 1024}KiB",
        _ => $"{bytes}B",
    };

    private static (long Number, string Unit)? Split(string text)
    {
        var match = NumberAndUnit().Match(text);
        return match.Success ? (long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match.Groups["unit"].Value) : null;
    }

    [GeneratedRegex("^(?<number>[0-9]{1,9})(?<unit>ms|s|m|h|B|KiB|MiB|GiB)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberAndUnit();
}
