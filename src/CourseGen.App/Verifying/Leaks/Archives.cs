using System.Buffers;
using System.Buffers.Text;
using System.Formats.Tar;
using System.IO.Compression;

namespace CourseGen.App.Verifying.Leaks;

/// <summary>A file that a learner gets, or a file within an archive that a learner gets.</summary>
/// <param name="Path">Its path in the bundle; within an archive, behind an exclamation mark.</param>
/// <param name="Dense">Its content, reduced as <see cref="ContentWindows"/> says, as long as it is visited.</param>
internal sealed record GivenContent(string Path, ArraySegment<byte> Dense);

/// <summary>
/// Opens archives (zip, tar, gzip, texts in base 64, one within another) that a stranger made. Everything is bounded and stays in memory, one file of
/// each depth at a time: nothing is ever written to a place that an archive names.
/// </summary>
internal sealed class Archives
{
    private const int MaxDepth = 3;

    // A shorter one holds less than what is looked for.
    private const int ShortestCode = 4 * ContentWindows.Shortest / 3;

    private const int MaxEntries = 5_000;
    private const int MaxEntryBytes = 16 * 1024 * 1024;
    private const long MaxTotalBytes = 128L * 1024 * 1024;

    private static readonly (byte[] Begin, string Name)[] Closed =
    [
        ("BZh"u8.ToArray(), "bzip2"), ([0xfd, .. "7zXZ"u8], "xz"), ([0x28, 0xb5, 0x2f, 0xfd], "zstd"), ([.. "7z"u8, 0xbc, 0xaf], "7z"), ("Rar!"u8.ToArray(), "rar"),
    ];

    private readonly byte[] _buffer = new byte[81_920];
    private readonly MemoryStream[] _depths = [.. Enumerable.Range(0, MaxDepth).Select(_ => new MemoryStream())];
    private byte[] _dense = [];
    private long _total;
    private int _entries;

    /// <summary>Archives that were not searched to their end, and why.</summary>
    public List<string> Unsearched { get; } = [];

    /// <summary>Shows a file; of an archive first everything in it, the innermost before what it lies in.</summary>
    public void Visit(string path, byte[] bytes, Action<GivenContent> visit) => Visit(path, bytes, visit, 0);

    private void Visit(string path, ArraySegment<byte> bytes, Action<GivenContent> visit, int depth)
    {
        if (KindOf(bytes) is { } files) Open(path, files(bytes, depth), visit, depth);
        else if (Closed.FirstOrDefault(kind => bytes.AsSpan().StartsWith(kind.Begin)).Name is { } name) Skip(path, $"is packed by {name}, which cannot be opened here");
        else if (HoldsCode(bytes)) Open(path, Codes(bytes, depth), visit, depth);
        if (_dense.Length < bytes.Count) _dense = new byte[bytes.Count];
        visit(new(path, new(_dense, 0, ContentWindows.WriteDense(bytes, _dense))));
    }

    private void Open(string path, IEnumerable<(string Name, ArraySegment<byte> Bytes)> files, Action<GivenContent> visit, int depth)
    {
        if (depth == MaxDepth)
        {
            Skip(path, $"is an archive nested deeper than {MaxDepth}");
            return;
        }

        try
        {
            foreach (var (name, bytes) in files) Visit($"{path}!{name}", bytes, visit, depth + 1);
        }
        catch (TooLargeException large)
        {
            Skip(path, large.Message);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException or NotSupportedException or ArgumentException)
        {
            // It only begins as an archive does; its own bytes are searched like any other's.
        }
    }

    private void Skip(string path, string why) => Unsearched.Add($"{path} {why}; it was not searched for what learners must not get.");

    private Func<ArraySegment<byte>, int, IEnumerable<(string Name, ArraySegment<byte> Bytes)>>? KindOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\x03\x04"u8)) return Zip;
        if (bytes is [0x1f, 0x8b, ..]) return Gzip;
        return bytes.Length > 262 && bytes.Slice(257, 5).SequenceEqual("ustar"u8) ? Tar : null;
    }

    private IEnumerable<(string Name, ArraySegment<byte> Bytes)> Zip(ArraySegment<byte> bytes, int depth)
    {
        using var archive = new ZipArchive(Stream(bytes));
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            using var stream = entry.Open();
            yield return (entry.FullName, Read(stream, depth));
        }
    }

    private IEnumerable<(string Name, ArraySegment<byte> Bytes)> Gzip(ArraySegment<byte> bytes, int depth)
    {
        using var stream = new GZipStream(Stream(bytes), CompressionMode.Decompress);
        yield return ("", Read(stream, depth));
    }

    private IEnumerable<(string Name, ArraySegment<byte> Bytes)> Tar(ArraySegment<byte> bytes, int depth)
    {
        TarHeaders.RefuseOverlong(bytes);
        using var archive = new TarReader(Stream(bytes));
        while (archive.GetNextEntry() is { } entry)
            if (entry.DataStream is { } data) yield return (entry.Name, Read(data, depth));
    }

    private static bool HoldsCode(ReadOnlySpan<byte> bytes) => RunFrom(bytes, 0).Length > 0;

    private IEnumerable<(string Name, ArraySegment<byte> Bytes)> Codes(ArraySegment<byte> bytes, int depth)
    {
        for (var run = RunFrom(bytes, 0); run.Length > 0; run = RunFrom(bytes, run.Start + run.Length))
        {
            if (Decoded(bytes.AsSpan(run.Start, run.Length)) is not { } decoded) continue;
            using var stream = new MemoryStream(decoded, writable: false);
            yield return ("base64", Read(stream, depth));
        }
    }

    /// <summary>The next long run of characters that base 64 is written in, over lines; of no length when there is none.</summary>
    private static (int Start, int Length) RunFrom(ReadOnlySpan<byte> bytes, int from)
    {
        for (var start = from; start < bytes.Length; start++)
        {
            var (end, signs) = (start, 0);
            for (; end < bytes.Length && (IsOfCode(bytes[end]) || (signs > 0 && bytes[end] is (byte)'\n' or (byte)'\r')); end++)
                if (IsOfCode(bytes[end])) signs++;
            if (signs >= ShortestCode) return (start, end - start);
            start = end;
        }

        return (bytes.Length, 0);
    }

    private static bool IsOfCode(byte one) => char.IsAsciiLetterOrDigit((char)one) || one is (byte)'+' or (byte)'/' or (byte)'=';

    private static byte[]? Decoded(ReadOnlySpan<byte> code)
    {
        var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(code.Length)];
        return Base64.DecodeFromUtf8(code, decoded, out _, out var written) == OperationStatus.Done ? decoded[..written] : null;
    }

    private static MemoryStream Stream(ArraySegment<byte> bytes) => new(bytes.Array!, bytes.Offset, bytes.Count, writable: false);

    // The one before it of the same depth is gone then.
    private ArraySegment<byte> Read(Stream stream, int depth)
    {
        if (++_entries > MaxEntries) throw new TooLargeException($"holds more than {MaxEntries:N0} files");
        var copy = _depths[depth];
        copy.SetLength(0);
        for (var read = stream.Read(_buffer); read > 0; read = stream.Read(_buffer))
        {
            _total += read;
            if (copy.Length + read > MaxEntryBytes) throw new TooLargeException($"holds a file over {MaxEntryBytes:N0} bytes");
            if (_total > MaxTotalBytes) throw new TooLargeException($"brings what is unpacked over {MaxTotalBytes:N0} bytes");
            copy.Write(_buffer, 0, read);
        }

        return new(copy.GetBuffer(), 0, (int)copy.Length);
    }

    private sealed class TooLargeException(string message) : Exception(message);
}
