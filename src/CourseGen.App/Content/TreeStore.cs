using System.Text;
using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Content;

/// <summary>
/// Keeps the files of a folder as blobs and writes them out again. A tree's listing is a blob too, and because a tree's
/// digest is the SHA-256 of its listing, the digest is all that is needed to find a whole tree again.
/// </summary>
public sealed class TreeStore(IBlobStore blobs)
{
    /// <summary>Keeps everything in a folder that a stranger may have filled, with the limits of a bundle.</summary>
    /// <exception cref="BundleInvalidException">Something in it has no place in a course; each such path is named.</exception>
    public async Task<FileTree> SaveAsync(string folder, CancellationToken cancellation)
    {
        var scan = FolderScan.Of(folder, ScanLimits.OfFolder);
        if (scan.Errors.Count > 0) throw new BundleInvalidException(scan.Errors);
        return await SaveAsync(new FileTree(scan.Entries), folder, cancellation);
    }

    /// <summary>Keeps the files that a tree names, read from the folder it was made from.</summary>
    /// <returns>The tree itself.</returns>
    /// <exception cref="IOException">A file is not what the tree says any more.</exception>
    public async Task<FileTree> SaveAsync(FileTree tree, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tree);
        foreach (var file in tree.Files)
            await SaveAsync(file, Path.Combine(folder, file.Path), cancellation);
        return await SaveListingAsync(tree, cancellation);
    }

    /// <summary>Keeps the listing of a tree whose files are kept already.</summary>
    public async Task<FileTree> SaveListingAsync(FileTree tree, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tree);
        await blobs.PutAsync(Encoding.UTF8.GetBytes(tree.Listing), cancellation);
        return tree;
    }

    /// <summary>The tree of a digest, from its kept listing.</summary>
    /// <exception cref="BlobMissingException">It was never kept.</exception>
    /// <exception cref="FormatException">The blob is no listing of a tree.</exception>
    public async Task<FileTree> FindAsync(string digest, CancellationToken cancellation)
    {
        var listing = await blobs.ReadAsync(BlobId.Parse(digest), cancellation);
        return FileTree.Parse(Encoding.UTF8.GetString(listing.Span));
    }

    /// <summary>The content of one file of a tree, or of a link its target.</summary>
    /// <exception cref="BlobMissingException">It was never kept.</exception>
    public Task<ReadOnlyMemory<byte>> ReadAsync(FileEntry file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        return blobs.ReadAsync(file.Blob, cancellation);
    }

    /// <summary>Writes a tree into a folder that is not there or empty. Nothing outside the folder is touched.</summary>
    /// <exception cref="IOException">The folder is not empty, or a path or link of the tree would leave it.</exception>
    public async Task CheckoutAsync(FileTree tree, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var root = Directory.CreateDirectory(folder).FullName;
        if (Directory.EnumerateFileSystemEntries(root).Any()) throw new IOException($"The folder '{root}' is not empty.");
        // The links come last, so that no file can be written through one.
        foreach (var file in tree.Files.OrderBy(file => file.Link))
        {
            var content = await blobs.ReadAsync(file.Blob, cancellation);
            await WriteAsync(file, Inside(root, root, file.Path), content, root, cancellation);
        }
    }

    private async Task SaveAsync(FileEntry file, string path, CancellationToken cancellation)
    {
        if (await blobs.ExistsAsync(file.Blob, cancellation)) return;
        ReadOnlyMemory<byte> bytes = file.Link
            ? Encoding.UTF8.GetBytes(new FileInfo(path).LinkTarget ?? "")
            : await File.ReadAllBytesAsync(path, cancellation);
        if (await blobs.PutAsync(bytes, cancellation) != file.Blob)
            throw new IOException($"'{file.Path}' changed while it was read.");
    }

    private static async Task WriteAsync(
        FileEntry file, string path, ReadOnlyMemory<byte> content, string root, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (file.Link)
        {
            var target = Encoding.UTF8.GetString(content.Span);
            Inside(root, Path.GetDirectoryName(path)!, target);
            File.CreateSymbolicLink(path, target);
            return;
        }

        await File.WriteAllBytesAsync(path, content, cancellation);
        File.SetUnixFileMode(path, FileModes.Of(file.Executable));
    }

    private static string Inside(string root, string from, string relative)
    {
        var full = Path.GetFullPath(Path.Combine(from, relative));
        return !Path.IsPathRooted(relative) && full.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal)
            ? full
            : throw new IOException($"'{relative}' leads out of the folder.");
    }
}
