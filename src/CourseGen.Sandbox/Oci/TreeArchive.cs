using System.Formats.Tar;

namespace CourseGen.Sandbox.Oci;

/// <summary>Trees as the archives in which an engine takes and gives them.</summary>
internal static class TreeArchive
{
    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A path of a program's own making may be as deep as it likes; none that is kept is longer.
    private const int PathLimit = 4096;

    /// <summary>Reads an archive that an engine made of a folder a program has written, and keeps the contents of its files.</summary>
    /// <param name="root">The folder's name, which every path in the archive begins with.</param>
    /// <param name="limit">How many bytes of content there may be.</param>
    /// <exception cref="SandboxException">It holds more, or names that cannot be kept.</exception>
    public static async Task<IReadOnlyDictionary<string, TreeEntry>> ReadAsync(
        Stream archive, string root, long limit, BlobFolder blobs, CancellationToken cancellation)
    {
        var entries = new Dictionary<string, TreeEntry>(StringComparer.Ordinal);
        var left = limit;
        await using var reader = new TarReader(archive, leaveOpen: true);
        while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            var path = RelativeTo(root, entry.Name);
            if (path.Length == 0)
                continue;
            left -= entry.Length;
            if (left < 0)
                throw new SandboxException($"the workspace holds more than {limit} bytes; {path} cannot be kept");
            var read = entry.EntryType == TarEntryType.HardLink
                ? entries.GetValueOrDefault(RelativeTo(root, entry.LinkName))
                : await ReadEntryAsync(entry, blobs, cancellation);
            if (read is not null)
                entries[path] = read;
        }

        return entries;
    }

    /// <summary>Writes a tree as an archive for a box's user.</summary>
    public static async Task WriteAsync(IReadOnlyDictionary<string, TreeEntry> tree, BlobFolder blobs, Stream target, CancellationToken cancellation)
    {
        await using var archive = new TarWriter(target, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var (path, entry) in tree)
        {
            var written = new GnuTarEntry(entry.Type, entry.IsFolder ? $"{path}/" : path)
            {
                Uid = BoxFlags.BoxUser,
                Gid = BoxFlags.BoxUser,
                Mode = entry.Mode,
                ModificationTime = DateTimeOffset.FromUnixTimeSeconds(entry.Modified),
            };
            if (entry.Type == TarEntryType.SymbolicLink)
                written.LinkName = entry.Target;
            await using var content = entry.Type == TarEntryType.RegularFile ? blobs.Open(entry.Blob) : null;
            if (content is not null)
                written.DataStream = content;
            await archive.WriteEntryAsync(written, cancellation);
        }
    }

    /// <summary>What is kept of an entry; null of a pipe, a socket or a device, which mean nothing without their processes.</summary>
    private static async Task<TreeEntry?> ReadEntryAsync(TarEntry entry, BlobFolder blobs, CancellationToken cancellation)
    {
        var mode = (entry.Mode & TreeEntry.Permissions) | ForOwner;
        var modified = entry.ModificationTime.ToUnixTimeSeconds();
        return entry.EntryType switch
        {
            TarEntryType.Directory => TreeEntry.Folder(mode | UnixFileMode.UserExecute, modified),
            TarEntryType.SymbolicLink => TreeEntry.Link(entry.LinkName, modified),
            TarEntryType.RegularFile or TarEntryType.V7RegularFile =>
                TreeEntry.File(mode, modified, await blobs.KeepAsync(entry.DataStream ?? Stream.Null, cancellation)),
            _ => null,
        };
    }

    private static string RelativeTo(string root, string name)
    {
        var path = name.TrimEnd('/');
        if (path == root)
            return "";
        var isBelow = path.StartsWith($"{root}/", StringComparison.Ordinal) && path.Length <= PathLimit
            && !path.Contains('\uFFFD', StringComparison.Ordinal) && path.Split('/').All(part => part is not ("" or "." or ".."));
        return isBelow ? path[(root.Length + 1)..] : throw new SandboxException($"the workspace holds a name that cannot be kept: {path[..Math.Min(path.Length, 200)]}");
    }
}
