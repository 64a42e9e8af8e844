using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Bundles;

/// <summary>What the contract asks of the files of a bundle, apart from their content.</summary>
internal static class LayoutRules
{
    /// <summary>What is said of a link in the place of a file that the harness reads.</summary>
    public const string NoLink = "must be a file, not a link";

    public static IEnumerable<BundleError> Apply(Manifest manifest, IReadOnlyList<Variant> variants, IReadOnlyList<FileEntry> files)
    {
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Required(manifest).Where(path => !paths.Contains(path)).Select(path => new BundleError(path, null, "is missing")),
            .. Strays(manifest, files),
            .. VariantRules.Apply(variants, files),
            .. OwnsNothing(manifest, variants, files),
            .. Repositories(files),
            .. files.Where(file => file.Link && IsContract(file.Path)).Select(file => new BundleError(file.Path, null, NoLink)),
        ];
    }

    private static IEnumerable<string> Required(Manifest manifest) =>
    [
        "starter/README.md",
        "starter/Dockerfile",
        .. manifest.Suites.Select(suite => $"{suite.Folder}/check.sh"),
        .. manifest.Deliverables.Select(deliverable => $"briefs/{deliverable.Id}.md"),
    ];

    // A folder of checks that no deliverable names would silently never run.
    private static IEnumerable<BundleError> Strays(Manifest manifest, IReadOnlyList<FileEntry> files)
    {
        var known = manifest.Suites.Select(suite => suite.Folder + "/").Append(BundleLayout.SharedChecks + "/").ToList();
        var briefs = manifest.Deliverables.Select(deliverable => $"briefs/{deliverable.Id}.md").ToList();
        foreach (var path in files.Select(file => file.Path))
        {
            if (path.StartsWith("checks/", StringComparison.Ordinal) && !known.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
                yield return new(path, null, "belongs to no deliverable's visible or hidden suite, nor to checks/shared");
            if (path.StartsWith("briefs/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal) && !briefs.Contains(path))
                yield return new(path, null, "is the brief of no deliverable");
        }
    }

    // What such a pattern was meant for would be nobody's: it would not be emptied, and changing it would install everything again.
    private static IEnumerable<BundleError> OwnsNothing(Manifest manifest, IReadOnlyList<Variant> variants, IReadOnlyList<FileEntry> files)
    {
        // Without work in the reference nobody knows yet which files there will be.
        var states = new WorkspaceStates(files, variants);
        if (states.Work.Count == 0) yield break;
        var paths = variants.Where(variant => variant.Role == VariantRole.Reference).SelectMany(variant => states.Of(variant).Keys).Concat(states.Starter.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var deliverable in manifest.Deliverables)
        {
            var empty = deliverable.Owns.Where(pattern => SafePath.IsSafe(pattern) && !paths.Any(new Glob([pattern]).Matches)).ToList();
            // A place for files that a learner may add is empty in a solution that needs none.
            var wrong = empty.Count == deliverable.Owns.Count ? empty : empty.Where(pattern => !IsPlace(pattern));
            foreach (var pattern in wrong)
            {
                yield return new(BundleLayout.ManifestFile, null,
                    $"the deliverable '{deliverable.Id}' owns '{pattern}', which is no file of the starter, the reference or a milestone; name what the learner edits (only *, ? and ** stand for other characters)");
            }
        }
    }

    private static bool IsPlace(string pattern) => pattern.EndsWith('/') || pattern.AsSpan().ContainsAny('*', '?');

    // Its history may hold the solution, packed so that no search finds it.
    private static IEnumerable<BundleError> Repositories(IReadOnlyList<FileEntry> files) =>
        files.SelectMany(file => FileEntry.FoldersOf(file.Path).Append(file.Path))
            .Where(path => path.EndsWith("/.git", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
            .Select(path => new BundleError(path, null, "is a repository of its own, whose history a learner would get; take it out"));

    private static bool IsContract(string path) =>
        path.EndsWith("/check.sh", StringComparison.Ordinal) || path.EndsWith("/variant.yaml", StringComparison.Ordinal)
        || path.StartsWith("starter/.coursegen/", StringComparison.Ordinal) || path.StartsWith("briefs/", StringComparison.Ordinal)
        || path is BundleLayout.ManifestFile or "starter/README.md" or "starter/Dockerfile";
}
