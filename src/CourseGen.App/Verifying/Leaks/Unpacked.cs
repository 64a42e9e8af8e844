using System.Formats.Tar;
using System.IO.Compression;

namespace CourseGen.App.Verifying.Leaks;

/// <summary>A file that a learner gets, or a file within an archive that a learner gets.</summary>
/// <param name="Path">Its path in the bundle; within an archive, behind an exclamation mark.</param>
internal sealed record GivenContent(string Path, byte[] Bytes);

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

    private long _total;
    private int _entries;

    /// <summary>Archives that were not searched to their end, and why.</summary>
    public List<string> Unsearched { get; } = [];

    /// <summary>If it is an archive everything in it, and the file itself behind that.</summary>
    public IReadOnlyList<GivenContent> Of(GivenContent file) => Of(file, 0);

    private IReadOnlyList<GivenContent> Of(GivenContent file, int depth)
    {
        if (KindOf(file.Bytes) is not { } open) return [file];
        if (depth == MaxDepth) return Skip(file, $"is an archive nested deeper than {MaxDepth}");
        try
        {
            return [.. open(file).SelectMany(inner => Of(inner, depth + 1)), file];
        }
        catch (TooLargeException large)
        {
            return Skip(file, large.Message);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException or NotSupportedException or ArgumentException)
        {
            // It only begins as an archive does; its own bytes are searched like any other's.
            return [file];
        }
    }

    private IReadOnlyList<GivenContent> Skip(GivenContent file, string why)
    {
        Unsearched.Add($"{file.Path} {why}; it was not searched for what learners must not get.");
        return [file];
    }

    private Func<GivenContent, IReadOnlyList<GivenContent>>? KindOf(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK\x03\x04"u8)) return Zip;
        if (bytes is [0x1f, 0x8b, ..]) return Gzip;
        return bytes.Length > 262 && bytes.AsSpan(257, 5).SequenceEqual("ustar"u8) ? Tar : null;
    }

    private List<GivenContent> Zip(GivenContent file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.Bytes));
        var inner = new List<GivenContent>();
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            using var stream = entry.Open();
            inner.Add(new($"{file.Path}!{entry.FullName}", Read(stream)));
        }

        return inner;
    }

    private List<GivenContent> Gzip(GivenContent file)
    {
        using var stream = new GZipStream(new MemoryStream(file.Bytes), CompressionMode.Decompress);
        return [new($"{file.Path}!", Read(stream))];
    }

    private List<GivenContent> Tar(GivenContent file)
    {
        using var archive = new TarReader(new MemoryStream(file.Bytes));
        var inner = new List<GivenContent>();
        while (archive.GetNextEntry() is { } entry)
            if (entry.DataStream is { } data) inner.Add(new($"{file.Path}!{entry.Name}", Read(data)));
        return inner;
    }

    private byte[] Read(Stream stream)
    {
        if (++_entries > MaxEntries) throw new TooLargeException($"holds more than {MaxEntries:N0} files");
        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            _total += read;
            if (copy.Length + read > MaxEntryBytes) throw new TooLargeException($"holds a file over {MaxEntryBytes:N0} bytes");
            if (_total > MaxTotalBytes) throw new TooLargeException($"brings what is unpacked over {MaxTotalBytes:N0} bytes");
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    private sealed class TooLargeException(string message) : Exception(message);
}
