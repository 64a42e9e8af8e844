using CourseGen.Domain.Content;

namespace CourseGen.Domain.Bundles;

/// <summary>
/// The states that a bundle's starter and variants are, each by its files' paths in the workspace. What the bundle owns
/// (protocol scripts, Dockerfile, checks) is in none of them.
/// </summary>
public sealed class WorkspaceStates
{
    private readonly ILookup<string, KeyValuePair<string, FileEntry>> _parts;
    private readonly Variant? _reference;
    private IReadOnlyDictionary<string, FileEntry>? _solved;

    /// <param name="files">The files of the bundle, by their paths in it.</param>
    public WorkspaceStates(IEnumerable<FileEntry> files, IEnumerable<Variant> variants)
    {
        _parts = files.Select(Placed).Where(one => !BundleLayout.IsBundleOwned(one.Path))
            .ToLookup(one => one.Part, one => KeyValuePair.Create(one.Path, one.File), StringComparer.Ordinal);
        _reference = variants.FirstOrDefault(variant => variant.IsReference);
    }

    /// <summary>The untouched starter.</summary>
    public IReadOnlyDictionary<string, FileEntry> Starter => Part(BundleLayout.Starter);

    /// <summary>What a variant's files are laid over.</summary>
    public IReadOnlyDictionary<string, FileEntry> BaseOf(Variant variant) =>
        variant.Base == VariantBase.Starter || variant.IsReference || _reference is null ? Starter : _solved ??= Of(_reference);

    /// <summary>A variant: its base, less what it deletes, with its files laid over.</summary>
    public IReadOnlyDictionary<string, FileEntry> Of(Variant variant)
    {
        var laid = Part(variant.FilesFolder);
        // Where a file takes a folder's place, what lay in the folder goes; where a folder takes a file's, the file.
        var folders = laid.Keys.SelectMany(FileEntry.FoldersOf).ToHashSet(StringComparer.Ordinal);
        var deleted = variant.Delete.ToHashSet(StringComparer.Ordinal);
        var emptied = variant.Delete.Select(path => path.TrimEnd('/')).ToHashSet(StringComparer.Ordinal);
        bool Stays(string path) =>
            !deleted.Contains(path) && !folders.Contains(path) && !laid.ContainsKey(path) && !FileEntry.FoldersOf(path).Any(folder => emptied.Contains(folder) || laid.ContainsKey(folder));
        return BaseOf(variant).Where(pair => Stays(pair.Key)).Concat(laid).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The files that the reference adds to the starter, changes in it or takes out of it.</summary>
    public IReadOnlyCollection<string> Work
    {
        get
        {
            if (_reference is null) return [];
            var solved = Of(_reference);
            return [.. Written(solved).Select(pair => pair.Key), .. Starter.Keys.Where(path => !solved.ContainsKey(path))];
        }
    }

    /// <summary>Whether a variant is the same as its base.</summary>
    public bool ChangesNothing(Variant variant)
    {
        var (state, below) = (Of(variant), BaseOf(variant));
        return state.Count == below.Count && state.All(pair => Same(below.GetValueOrDefault(pair.Key), pair.Value));
    }

    /// <summary>Whether a variant has every file that the reference adds to the starter or changes in it, as the reference has it.</summary>
    public bool HoldsReference(Variant variant)
    {
        if (_reference is null) return false;
        var (state, work) = (Of(variant), Written(Of(_reference)));
        return work.Count > 0 && work.TrueForAll(pair => Same(state.GetValueOrDefault(pair.Key), pair.Value));
    }

    private List<KeyValuePair<string, FileEntry>> Written(IReadOnlyDictionary<string, FileEntry> state)
    {
        var starter = Starter;
        return [.. state.Where(pair => !Same(starter.GetValueOrDefault(pair.Key), pair.Value))];
    }

    private static bool Same(FileEntry? one, FileEntry other) =>
        one is not null && one.Blob == other.Blob && one.Executable == other.Executable && one.Link == other.Link;

    private Dictionary<string, FileEntry> Part(string folder) => _parts[folder].ToDictionary(StringComparer.Ordinal);

    // Whatever is neither of the starter nor of a variant's files stays under a name that no state asks for.
    private static (string Part, string Path, FileEntry File) Placed(FileEntry file) => file.Path.Split('/', 4) switch
    {
        [BundleLayout.Starter, _, ..] => (BundleLayout.Starter, file.Path[(BundleLayout.Starter.Length + 1)..], file),
        ["variants", var name, "files", var path] => ($"variants/{name}/files", path, file),
        _ => ("", file.Path, file),
    };
}
