using System.Formats.Tar;

namespace CourseGen.Sandbox.Oci;

/// <summary>A file, folder or symbolic link of a layer.</summary>
/// <param name="Type">One of the three.</param>
/// <param name="Mode">What may be done with it.</param>
/// <param name="Modified">When it was last written, in whole seconds since 1970.</param>
/// <param name="Target">Where a symbolic link points; otherwise empty.</param>
/// <param name="Blob">The SHA-256 of a file's content; otherwise empty.</param>
/// <param name="Length">The length of a file's content in bytes.</param>
internal sealed record TreeEntry(TarEntryType Type, UnixFileMode Mode, long Modified, string Target, string Blob, long Length)
{
    /// <summary>What of a mode is kept: not its special bits (set-user-ID, set-group-ID, sticky).</summary>
    public const UnixFileMode Permissions = ArchiveModes.Open | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    public bool IsFolder => Type == TarEntryType.Directory;

    public static TreeEntry Folder(UnixFileMode mode, long modified) => new(TarEntryType.Directory, mode, modified, "", "", 0);

    public static TreeEntry Link(string target, long modified) => new(TarEntryType.SymbolicLink, Permissions, modified, target, "", 0);

    public static TreeEntry File(UnixFileMode mode, long modified, (string Blob, long Length) content) =>
        new(TarEntryType.RegularFile, mode, modified, "", content.Blob, content.Length);

    /// <summary>Whether it is the same to a program; a folder's or a link's time is of no interest.</summary>
    public bool Means(TreeEntry other) =>
        this with { Modified = 0 } == other with { Modified = 0 } && (Type != TarEntryType.RegularFile || Modified == other.Modified);
}

/// <summary>What one layer changes: what is there now, by path, and what is there no more.</summary>
internal sealed record LayerTree(IReadOnlyDictionary<string, TreeEntry> Entries, IReadOnlyCollection<string> Deleted);

/// <summary>Pure rules about trees of files. A path is relative, with <c>/</c> between its parts.</summary>
internal static class Trees
{
    // What tmpfs gives a file is counted in these.
    private const long Page = 4096;

    /// <summary>Lays layers over each other, lowest first, and takes paths away.</summary>
    /// <returns>What there is then; a folder comes before what is in it.</returns>
    public static SortedDictionary<string, TreeEntry> Merge(IEnumerable<LayerTree> layers, IEnumerable<string> absent)
    {
        var merged = new SortedDictionary<string, TreeEntry>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            var replaced = layer.Entries.Where(one => !one.Value.IsFolder && merged.TryGetValue(one.Key, out var there) && there.IsFolder);
            Remove(merged, [.. layer.Deleted, .. replaced.Select(one => one.Key)]);
            foreach (var (path, entry) in layer.Entries)
                merged[path] = entry;
        }

        Remove(merged, absent.ToHashSet(StringComparer.Ordinal));
        return merged;
    }

    /// <summary>What has to be laid over one tree to make it another.</summary>
    public static LayerTree Difference(IReadOnlyDictionary<string, TreeEntry> before, IReadOnlyDictionary<string, TreeEntry> after) => new(
        after.Where(one => !before.TryGetValue(one.Key, out var old) || !old.Means(one.Value)).ToDictionary(StringComparer.Ordinal),
        [.. before.Keys.Where(path => !after.ContainsKey(path))]);

    /// <summary>What a tree takes on a file system in memory.</summary>
    public static (long Bytes, int Files) SizeOf(IReadOnlyDictionary<string, TreeEntry> tree) =>
        (tree.Values.Sum(entry => (entry.Length + Page - 1) / Page * Page), tree.Count + 1);

    /// <summary>Takes paths away, with all that is below them.</summary>
    private static void Remove(SortedDictionary<string, TreeEntry> tree, HashSet<string> gone)
    {
        if (gone.Count == 0)
            return;
        foreach (var path in tree.Keys.Where(path => SelfAndAbove(path).Any(gone.Contains)).ToList())
            tree.Remove(path);
    }

    private static IEnumerable<string> SelfAndAbove(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
            yield return path[..end];
    }
}
