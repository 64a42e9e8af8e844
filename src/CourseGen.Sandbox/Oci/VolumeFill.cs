using System.Globalization;

namespace CourseGen.Sandbox.Oci;

/// <summary>How full one of a session's file systems is.</summary>
internal sealed record VolumeFill(long UsedBytes, long FreeBytes, long FreeFiles)
{
    private const int Fields = 5;

    // A refused write rarely fills the last page: what is left must be less than one part in this many of the limit.
    private const long FullFraction = 64;

    /// <summary>Whether a program that wanted a little more will have been refused.</summary>
    public bool IsFull(Limits limits) => FreeBytes <= limits.DiskBytes / FullFraction || FreeFiles == 0;

    /// <summary>Reads what the keeper says: blocks, free blocks, their size, files and free files of each.</summary>
    public static IReadOnlyList<VolumeFill> Read(string text)
    {
        var numbers = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        return numbers.Length > 0 && numbers.Length % Fields == 0 && !numbers.Contains(-1)
            ? [.. numbers.Chunk(Fields).Select(one => new VolumeFill((one[0] - one[1]) * one[2], one[1] * one[2], one[4]))]
            : throw new SandboxException($"the keeper's account of its file systems cannot be read: {text}");
    }
}
