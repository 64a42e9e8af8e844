using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Oci;

/// <summary>Reads folders of this machine as trees.</summary>
internal static class HostTrees
{
    private const UnixFileMode ToRun = ArchiveModes.Open & ~ArchiveModes.Plain;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Reads a folder and keeps the contents of its files. Who may run one is kept; owners and special permissions are not.</summary>
    /// <exception cref="SandboxException">It holds something else than files, folders and symbolic links.</exception>
    public static async Task<LayerTree> ReadAsync(string folder, BlobFolder blobs, CancellationToken cancellation)
    {
        if (!Path.IsPathFullyQualified(folder) || !Directory.Exists(folder))
            throw new SandboxException($"there is no folder {folder}");
        var entries = new Dictionary<string, TreeEntry>(StringComparer.Ordinal);
        var folders = new Queue<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (folders.TryDequeue(out var next))
        {
            foreach (var item in next.EnumerateFileSystemInfos("*", Everything))
            {
                entries[Path.GetRelativePath(folder, item.FullName)] = await ReadItemAsync(item, blobs, cancellation);
                if (item is DirectoryInfo { LinkTarget: null } inner)
                    folders.Enqueue(inner);
            }
        }

        return new(entries, []);
    }

    private static async Task<TreeEntry> ReadItemAsync(FileSystemInfo item, BlobFolder blobs, CancellationToken cancellation)
    {
        var modified = new DateTimeOffset(item.LastWriteTimeUtc).ToUnixTimeSeconds();
        if (item.LinkTarget is { } link)
            return TreeEntry.Link(link, modified);
        if (item is DirectoryInfo)
            return TreeEntry.Folder(ArchiveModes.Open, modified);
        if (FileKind.At(item.FullName) is not { IsRegular: true })
            throw new SandboxException($"neither a file nor a folder nor a symbolic link: {item.FullName}");
        var mode = (item.UnixFileMode & ToRun) != UnixFileMode.None ? ArchiveModes.Open : ArchiveModes.Plain;
        await using var content = File.OpenRead(item.FullName);
        return TreeEntry.File(mode, modified, await blobs.KeepAsync(content, cancellation));
    }
}
