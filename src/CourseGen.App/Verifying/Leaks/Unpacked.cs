using System.Formats.Tar;
using System.IO.Compression;

namespace CourseGen.App.Verifying.Leaks;

/// <summary>A file that a learner gets, or a file within an archive that a learner gets.</summary>
/// <param name="Path">Its path in the bundle; within an archive, behind an exclamation mark.</param>
/// <param name="Dense">Its content without white space.</param>
internal sealed record GivenContent(string Path, byte[] Dense);

/// <summary>
/// Opens archives (zip, tar, gzip, one within another) that a stranger made. Everything is bounded and stays in memory: nothing is ever
/// written to a place that an archive names.
/// </summary>
internal sealed class Unpacked
{
    private const int MaxDepth = 3;
    private const int MaxEntries = 5_000;
    private const int MaxEntryBytes = 16 * 1024 * 1024;
    private const long MaxTotalBytes = 128L * 1024 * 1024;

    private readonly byte[] _buffer = new byte[81_920];
    private long _total;
    private int _entries;

    /// <summary>Archives that were not searched to their end, and why.</summary>
    public List<string> Unsearched { get; } = [];

    /// <summary>If it is an archive everything in it, and the file itself behind that.</summary>
    public IReadOnlyList<GivenContent> Of(string path, byte[] bytes) => Of(path, bytes, 0);

    private IReadOnlyList<GivenContent> Of(string path, byte[] bytes, int depth)
    {
        var itself = new GivenContent(path, ContentWindows.Dense(bytes));
        if (KindOf(bytes) is not { } open) return [itself];
        if (depth == MaxDepth) return Skip(itself, $"is an archive nested deeper than {MaxDepth}");
        try
        {
            // One after the other, so that no more than one file is in memory as it was in the archive.
            return [.. open(bytes).SelectMany(inner => Of($"{path}!{inner.Name}", inner.Bytes, depth + 1)), itself];
        }
        catch (TooLargeException large)
        {
            return Skip(itself, large.Message);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException or NotSupportedException or ArgumentException)
        {
            // It only begins as an archive does; its own bytes are searched like any other's.
            return [itself];
        }
    }

    private IReadOnlyList<GivenContent> Skip(GivenContent file, string why)
    {
        Unsearched.Add($"{file.Path} {why}; it was not searched for what learners must not get.");
        return [file];
    }

    private Func<byte[], IEnumerable<(string Name, byte[] Bytes)>>? KindOf(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK\x03\x04"u8)) return Zip;
        if (bytes is [0x1f, 0x8b, ..]) return Gzip;
        return bytes.Length > 262 && bytes.AsSpan(257, 5).SequenceEqual("ustar"u8) ? Tar : null;
    }

    private IEnumerable<(string Name, byte[] Bytes)> Zip(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            using var stream = entry.Open();
            yield return (entry.FullName, Read(stream));
        }
    }

    private IEnumerable<(string Name, byte[] Bytes)> Gzip(byte[] bytes)
    {
        using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        yield return ("", Read(stream));
    }

    private IEnumerable<(string Name, byte[] Bytes)> Tar(byte[] bytes)
    {
        TarHeaders.RefuseOverlong(bytes);
        using var archive = new TarReader(new MemoryStream(bytes));
        while (archive.GetNextEntry() is { } entry)
            if (entry.DataStream is { } data) yield return (entry.Name, Read(data));
    }

    private byte[] Read(Stream stream)
    {
        if (++_entries > MaxEntries) throw new TooLargeException($"holds more than {MaxEntries:N0} files");
        using var copy = new MemoryStream();
        for (var read = stream.Read(_buffer); read > 0; read = stream.Read(_buffer))
        {
            _total += read;
            if (copy.Length + read > MaxEntryBytes) throw new TooLargeException($"holds a file over {MaxEntryBytes:N0} bytes");
            if (_total > MaxTotalBytes) throw new TooLargeException($"brings what is unpacked over {MaxTotalBytes:N0} bytes");
            copy.Write(_buffer, 0, read);
        }

        return copy.ToArray();
    }

    private sealed class TooLargeException(string message) : Exception(message);
}
