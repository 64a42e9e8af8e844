using System.Buffers;
using System.Collections.Concurrent;
using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Oci;

/// <summary>Keeps layers in a folder of the engine: contents by their SHA-256, and in memory what is where.</summary>
internal sealed class LayerStore
{
    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode ToRead = ForOwner | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode ToRun = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Permissions = ToRead | ToRun | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    // A path of a program's own making may be as deep as it likes; none that is kept is longer.
    private const int PathLimit = 4096;

    private readonly string _folder;
    private readonly ConcurrentDictionary<string, LayerTree> _layers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _made;
    private int _users;
    private bool _holdsDropped;

    public LayerStore(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>The tree of a layer that this engine keeps.</summary>
    /// <exception cref="SandboxException">It keeps none of that name.</exception>
    public LayerTree this[Layer layer] =>
        _layers.TryGetValue(layer.Id, out var tree) ? tree : throw new SandboxException($"this engine keeps no layer {layer.Id}");

    /// <summary>Keeps a tree as a layer.</summary>
    public Layer Keep(LayerTree tree)
    {
        var layer = new Layer(Interlocked.Increment(ref _made).ToString(CultureInfo.InvariantCulture));
        _layers[layer.Id] = tree;
        return layer;
    }

    /// <summary>Lets go of layers. Contents go that no layer has, as soon as nobody works with the store.</summary>
    public void Drop(IEnumerable<Layer> layers)
    {
        lock (_gate)
        {
            foreach (var layer in layers)
                _layers.TryRemove(layer.Id, out _);
            _holdsDropped = true;
            RemoveDropped();
        }
    }

    /// <summary>Begins work with contents that no layer may have: trees that are read, and those of sessions being filled.</summary>
    /// <returns>What ends it.</returns>
    public IDisposable Work()
    {
        lock (_gate)
            _users++;
        return new Lease(this);
    }

    private void RemoveDropped()
    {
        if (_users > 0 || !_holdsDropped)
            return;
        var kept = _layers.Values.SelectMany(tree => tree.Entries.Values).Select(entry => entry.Blob).ToHashSet(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles().Where(file => !kept.Contains(file.Name)))
            file.Delete();
        _holdsDropped = false;
    }

    /// <summary>Reads a folder of this machine. Who may run a file is kept; owners and special permissions are not.</summary>
    /// <exception cref="SandboxException">It holds something else than files, folders and symbolic links.</exception>
    public async Task<LayerTree> ReadFolderAsync(string folder, CancellationToken cancellation)
    {
        if (!Path.IsPathFullyQualified(folder) || !Directory.Exists(folder))
            throw new SandboxException($"there is no folder {folder}");
        var entries = new Dictionary<string, TreeEntry>(StringComparer.Ordinal);
        var all = new EnumerationOptions { RecurseSubdirectories = false, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var folders = new Queue<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (folders.TryDequeue(out var next))
        {
            foreach (var item in next.EnumerateFileSystemInfos("*", all))
            {
                entries[Path.GetRelativePath(folder, item.FullName)] = await ReadItemAsync(item, cancellation);
                if (item is DirectoryInfo { LinkTarget: null } inner)
                    folders.Enqueue(inner);
            }
        }

        return new(entries, []);
    }

    /// <summary>Reads an archive that an engine made of a folder a program has written.</summary>
    /// <param name="root">The folder's name, which every path in the archive begins with.</param>
    /// <param name="limit">How many bytes of content there may be.</param>
    /// <exception cref="SandboxException">It holds more, or names that cannot be kept.</exception>
    public async Task<Dictionary<string, TreeEntry>> ReadArchiveAsync(Stream archive, string root, long limit, CancellationToken cancellation)
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
            if (await ReadEntryAsync(entry, root, entries, cancellation) is { } read)
                entries[path] = read;
        }

        return entries;
    }

    /// <summary>Writes a tree as an archive for a box's user.</summary>
    public async Task WriteArchiveAsync(IReadOnlyDictionary<string, TreeEntry> tree, Stream target, CancellationToken cancellation)
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
                written.LinkName = entry.Link;
            await using var content = entry.Type == TarEntryType.RegularFile ? File.OpenRead(BlobFile(entry.Blob)) : null;
            if (content is not null)
                written.DataStream = content;
            await archive.WriteEntryAsync(written, cancellation);
        }
    }

    private async Task<TreeEntry> ReadItemAsync(FileSystemInfo item, CancellationToken cancellation)
    {
        var modified = new DateTimeOffset(item.LastWriteTimeUtc).ToUnixTimeSeconds();
        if (item.LinkTarget is { } link)
            return new(TarEntryType.SymbolicLink, Permissions, modified, link, "", 0);
        if (item is DirectoryInfo)
            return new(TarEntryType.Directory, ToRead | ToRun, modified, "", "", 0);
        if (FileKind.At(item.FullName) is not { IsRegular: true })
            throw new SandboxException($"neither a file nor a folder nor a symbolic link: {item.FullName}");
        var mode = (item.UnixFileMode & ToRun) != UnixFileMode.None ? ToRead | ToRun : ToRead;
        await using var content = File.OpenRead(item.FullName);
        var (blob, length) = await StoreAsync(content, cancellation);
        return new(TarEntryType.RegularFile, mode, modified, "", blob, length);
    }

    /// <summary>What is kept of an entry; null of a pipe, a socket or a device, which mean nothing without their processes.</summary>
    private async Task<TreeEntry?> ReadEntryAsync(
        TarEntry entry, string root, Dictionary<string, TreeEntry> before, CancellationToken cancellation)
    {
        var mode = (entry.Mode & Permissions) | ForOwner;
        var modified = entry.ModificationTime.ToUnixTimeSeconds();
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                return new(TarEntryType.Directory, mode | UnixFileMode.UserExecute, modified, "", "", 0);
            case TarEntryType.SymbolicLink:
                return new(TarEntryType.SymbolicLink, Permissions, modified, entry.LinkName, "", 0);
            case TarEntryType.HardLink:
                return before.GetValueOrDefault(RelativeTo(root, entry.LinkName));
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile:
                var (blob, length) = await StoreAsync(entry.DataStream ?? Stream.Null, cancellation);
                return new(TarEntryType.RegularFile, mode, modified, "", blob, length);
            default:
                return null;
        }
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

    private async Task<(string Blob, long Length)> StoreAsync(Stream content, CancellationToken cancellation)
    {
        var temporary = Path.Combine(_folder, $"new-{Interlocked.Increment(ref _made).ToString(CultureInfo.InvariantCulture)}");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        var chunk = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                for (int read; (read = await content.ReadAsync(chunk, cancellation)) > 0; length += read)
                {
                    hash.AppendData(chunk, 0, read);
                    await file.WriteAsync(chunk.AsMemory(0, read), cancellation);
                }
            }

            var blob = Convert.ToHexStringLower(hash.GetHashAndReset());
            File.Move(temporary, BlobFile(blob), overwrite: true);
            return (blob, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private string BlobFile(string blob) => Path.Combine(_folder, blob);

    private sealed class Lease(LayerStore store) : IDisposable
    {
        public void Dispose()
        {
            lock (store._gate)
            {
                store._users--;
                store.RemoveDropped();
            }
        }
    }
}
