using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.Domain.Courses;

/// <summary>
/// What of a bundle a learner gets: the starter, the visible suites as <c>checks/&lt;deliverable&gt;/</c>, and the briefs.
/// Nothing else of the bundle is ever put into a workspace.
/// </summary>
public static class LearnerTree
{
    /// <summary>The tree a workspace is seeded with.</summary>
    public static FileTree Of(Manifest manifest, FileTree bundle)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var files = Below(bundle, BundleLayout.Starter).ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var added in Added(manifest, bundle))
        {
            // The suites are the bundle's wherever they are; a file of the starter keeps its place before a brief.
            if (BundleLayout.IsBundleOwned(added.Path)) files[added.Path] = added;
            else files.TryAdd(added.Path, added);
        }

        return new(files.Values);
    }

    /// <summary>
    /// Paths of a workspace that are there for reading only: suites and briefs, which are not part of the project. What
    /// a learner does to them counts neither for nor against anything.
    /// </summary>
    public static IReadOnlySet<string> ReadOnlyPaths(Manifest manifest, FileTree bundle)
    {
        var starter = Below(bundle, BundleLayout.Starter).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return Added(manifest, bundle).Select(file => file.Path).Where(path => !starter.Contains(path)).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<FileEntry> Added(Manifest manifest, FileTree bundle)
    {
        foreach (var deliverable in manifest.Deliverables)
        {
            foreach (var file in Below(bundle, new SuiteId(deliverable.Id, SuiteKind.Visible).Folder))
                yield return file with { Path = $"checks/{deliverable.Id}/{file.Path}" };
            if (bundle.Find($"briefs/{deliverable.Id}.md") is { } brief) yield return brief;
        }
    }

    private static IEnumerable<FileEntry> Below(FileTree bundle, string folder) =>
        bundle.Files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(file => file with { Path = file.Path[(folder.Length + 1)..] });
}
