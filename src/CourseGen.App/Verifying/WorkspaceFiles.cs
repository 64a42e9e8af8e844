using System.Runtime.CompilerServices;
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
    // To read patterns costs more than to match all paths of a workspace.
    private static readonly ConditionalWeakTable<Manifest, Glob> Owned = [];

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
    public static WorkspaceFiles OfStarter(Bundle bundle) => new(Lying(bundle, bundle.States.Starter));

    /// <summary>The starter with everything the learner owns emptied.</summary>
    public static WorkspaceFiles OfEmptied(Bundle bundle, string emptyFile)
    {
        var owned = OwnedBy(bundle.Manifest);
        return new(Lying(bundle, bundle.States.Starter).ToDictionary(
            pair => pair.Key, pair => owned.Matches(pair.Key) ? pair.Value with { HostPath = emptyFile, LinkTarget = null } : pair.Value, StringComparer.Ordinal));
    }

    /// <summary>A variant: its base, less what it deletes, with its files laid over.</summary>
    public static WorkspaceFiles OfVariant(Bundle bundle, Variant variant) => new(Lying(bundle, bundle.States.Of(variant)));

    /// <summary>Files that were read from somewhere else, such as a learner's repository.</summary>
    public static WorkspaceFiles Of(IReadOnlyDictionary<string, WorkspaceFile> files) =>
        new(files.Where(pair => !BundleLayout.IsBundleOwned(pair.Key)).ToDictionary(StringComparer.Ordinal));

    /// <summary>The patterns of everything the learner owns in any deliverable.</summary>
    public static Glob OwnedBy(Manifest manifest) =>
        Owned.GetValue(manifest, one => new(one.Deliverables.SelectMany(deliverable => deliverable.Owns)));

    private static Dictionary<string, WorkspaceFile> Lying(Bundle bundle, IReadOnlyDictionary<string, FileEntry> state) => state.ToDictionary(
        pair => pair.Key,
        pair => new WorkspaceFile(Path.Combine(bundle.Folder, pair.Value.Path), pair.Value.Executable, LinkTarget(bundle, pair.Value.Path)),
        StringComparer.Ordinal);

    private static string? LinkTarget(Bundle bundle, string path) =>
        new FileInfo(Path.Combine(bundle.Folder, path)).LinkTarget;
}
