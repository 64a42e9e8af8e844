using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Verifying;

/// <summary>A file of a workspace and where its content lies on the host; a link has a target instead.</summary>
public sealed record WorkspaceFile(string HostPath, bool Executable, string? LinkTarget = null);

/// <summary>
/// Every file of one workspace state, by its relative path: the starter, a variant, a learner's repository, or a
/// forger. What the bundle owns (protocol scripts, Dockerfile, checks) is never in here; it is added when the
/// workspace is prepared, whoever's workspace it is.
/// </summary>
public sealed class WorkspaceFiles
{
    private WorkspaceFiles(IReadOnlyDictionary<string, WorkspaceFile> files) => Files = files;

    public IReadOnlyDictionary<string, WorkspaceFile> Files { get; }

    /// <summary>
    /// Files laid over everything else after the project was built, protocol scripts included. Only the harness's own
    /// forgers use it, to do as much as a learner's running program possibly could.
    /// </summary>
    public IReadOnlyDictionary<string, string> RuntimeOverlay { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The same files with something laid over them at run time.</summary>
    internal WorkspaceFiles With(IReadOnlyDictionary<string, string> overlay) => new(Files) { RuntimeOverlay = overlay };

    /// <summary>The untouched starter.</summary>
    public static WorkspaceFiles OfStarter(Bundle bundle) => new(Below(bundle, BundleLayout.Starter));

    /// <summary>The starter with everything the learner owns emptied.</summary>
    public static WorkspaceFiles OfEmptied(Bundle bundle, string emptyFile)
    {
        var owned = OwnedBy(bundle.Manifest);
        return new(Below(bundle, BundleLayout.Starter).ToDictionary(
            pair => pair.Key, pair => owned.Matches(pair.Key) ? pair.Value with { HostPath = emptyFile, LinkTarget = null } : pair.Value, StringComparer.Ordinal));
    }

    /// <summary>A variant: its base, less what it deletes, with its files laid over.</summary>
    public static WorkspaceFiles OfVariant(Bundle bundle, Variant variant)
    {
        var below = variant.Base == VariantBase.Starter ? OfStarter(bundle) : OfVariant(bundle, bundle.Reference);
        var files = new Dictionary<string, WorkspaceFile>(below.Files, StringComparer.Ordinal);
        foreach (var deleted in variant.Delete) Remove(files, deleted);
        var laid = Below(bundle, variant.FilesFolder);
        RemoveWhatCannotBeBeside(files, laid);
        foreach (var (path, file) in laid) files[path] = file;
        return new(files);
    }

    /// <summary>Files that were read from somewhere else, such as a learner's repository.</summary>
    public static WorkspaceFiles Of(IReadOnlyDictionary<string, WorkspaceFile> files) =>
        new(files.Where(pair => !BundleLayout.IsBundleOwned(pair.Key)).ToDictionary(StringComparer.Ordinal));

    /// <summary>The patterns of everything the learner owns in any deliverable.</summary>
    public static Glob OwnedBy(Manifest manifest) => new(manifest.Deliverables.SelectMany(deliverable => deliverable.Owns));

    private static Dictionary<string, WorkspaceFile> Below(Bundle bundle, string folder)
    {
        var prefix = folder + "/";
        return bundle.Files.Files
            .Where(entry => entry.Path.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => (Path: entry.Path[prefix.Length..], Entry: entry))
            .Where(one => !BundleLayout.IsBundleOwned(one.Path))
            .ToDictionary(
                one => one.Path,
                one => new WorkspaceFile(System.IO.Path.Combine(bundle.Folder, one.Entry.Path), one.Entry.Executable, LinkTarget(bundle, one.Entry.Path)),
                StringComparer.Ordinal);
    }

    private static string? LinkTarget(Bundle bundle, string path) =>
        new FileInfo(System.IO.Path.Combine(bundle.Folder, path)).LinkTarget;

    /// <summary>Where a file takes a folder's place, what lay in the folder goes; where a folder takes a file's, the file.</summary>
    private static void RemoveWhatCannotBeBeside(Dictionary<string, WorkspaceFile> files, Dictionary<string, WorkspaceFile> laid)
    {
        var folders = laid.Keys.SelectMany(FileEntry.FoldersOf).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in files.Keys.Where(path => folders.Contains(path) || FileEntry.FoldersOf(path).Any(laid.ContainsKey)).ToList())
            files.Remove(gone);
    }

    private static void Remove(Dictionary<string, WorkspaceFile> files, string path)
    {
        var below = path.TrimEnd('/') + "/";
        foreach (var gone in files.Keys.Where(key => key == path || key.StartsWith(below, StringComparison.Ordinal)).ToList())
            files.Remove(gone);
    }
}
