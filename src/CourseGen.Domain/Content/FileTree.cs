using System.Globalization;
using System.Security.Cryptography;

namespace CourseGen.Domain.Content;

/// <summary>
/// The files of a folder, by content. Two trees are the same if their digests are: the digest is the SHA-256 of the
/// listing, which has one line <c>mode path length sha256</c> per file, sorted by the bytes of the path, each ended by a
/// line feed. Modes are <c>100644</c>, <c>100755</c> and, for links,
/// <c>120000</c>, as in git.
/// </summary>
public sealed class FileTree
{
    private const string PlainMode = "100644";
    private const string ExecutableMode = "100755";
    private const string LinkMode = "120000";
    private readonly Dictionary<string, FileEntry> _byPath;

    /// <summary>A tree of these files, in whatever order they come.</summary>
    /// <exception cref="FormatException">A path is not good, is there twice, or is a file and a folder at once.</exception>
    public FileTree(IEnumerable<FileEntry> files)
    {
        Files = [.. files.OrderBy(file => Checked(file).Path, PathOrder.Instance)];
        _byPath = new Dictionary<string, FileEntry>(Files.Count, StringComparer.Ordinal);
        foreach (var file in Files)
        {
            if (!_byPath.TryAdd(file.Path, file))
                throw new FormatException($"The path '{file.Path}' is in the tree twice.");
        }

        RefuseFilesThatAreFolders();
        Listing = string.Concat(Files.Select(Line));
        Digest = Convert.ToHexStringLower(SHA256.HashData(FileEntry.Utf8.GetBytes(Listing)));
    }

    /// <summary>The tree without files.</summary>
    public static FileTree Empty { get; } = new([]);

    /// <summary>The files, sorted by the bytes of their paths.</summary>
    public IReadOnlyList<FileEntry> Files { get; }

    /// <summary>The canonical listing; <see cref="Parse"/> reads it.</summary>
    public string Listing { get; }

    /// <summary>The SHA-256 of the listing, as 64 lower-case hexadecimal digits.</summary>
    public string Digest { get; }

    /// <summary>The file at a path, or null.</summary>
    public FileEntry? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Reads a listing.</summary>
    /// <exception cref="FormatException">It is not the canonical listing of any tree.</exception>
    public static FileTree Parse(string listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var lines = listing.Split('\n');
        if (lines[^1].Length != 0) throw new FormatException("The listing does not end with a line feed.");
        var tree = new FileTree(lines[..^1].Select(ParseLine));
        return string.Equals(tree.Listing, listing, StringComparison.Ordinal)
            ? tree
            : throw new FormatException("The listing is not in its canonical form.");
    }

    private static string Line(FileEntry file) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ModeOf(file)} {file.Path} {file.Length} {file.Blob.Value}\n");

    private static string ModeOf(FileEntry file) => file.Link ? LinkMode : file.Executable ? ExecutableMode : PlainMode;

    // A path may have blanks, so the line is read from both ends.
    private static FileEntry ParseLine(string line)
    {
        var first = line.IndexOf(' ', StringComparison.Ordinal);
        var last = line.LastIndexOf(' ');
        var middle = last > 0 ? line.LastIndexOf(' ', last - 1) : -1;
        if (middle <= first || line[..first] is not (PlainMode or ExecutableMode or LinkMode)
            || !long.TryParse(line[(middle + 1)..last], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new FormatException($"'{line}' is no line of a listing.");
        return new FileEntry(
            line[(first + 1)..middle], BlobId.Parse(line[(last + 1)..]), length, line[..first] is ExecutableMode, line[..first] is LinkMode);
    }

    private static FileEntry Checked(FileEntry file) =>
        !FileEntry.IsGoodPath(file.Path) ? throw new FormatException($"'{file.Path}' is no path of a tree.")
        : file.Length < 0 ? throw new FormatException($"'{file.Path}' has a negative length.")
        : file;

    private void RefuseFilesThatAreFolders()
    {
        foreach (var file in Files)
        {
            if (FileEntry.FoldersOf(file.Path).FirstOrDefault(_byPath.ContainsKey) is { } both)
                throw new FormatException($"'{both}' is a file and a folder at once.");
        }
    }

    // UTF-16 sorts differently from the bytes that git and other tools sort by.
    private sealed class PathOrder : IComparer<string>
    {
        public static readonly PathOrder Instance = new();

        public int Compare(string? x, string? y) =>
            FileEntry.Utf8.GetBytes(x!).AsSpan().SequenceCompareTo(FileEntry.Utf8.GetBytes(y!));
    }
}
