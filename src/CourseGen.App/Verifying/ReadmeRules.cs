using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>
/// The README and the briefs name only files that are there. A name counts when it cannot be anything else: the target
/// of a relative link, or a path in code that no run writes.
/// </summary>
internal static class ReadmeRules
{
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> Notes) Apply(Bundle bundle)
    {
        var there = Learner(bundle).ToHashSet(StringComparer.Ordinal);
        var owned = WorkspaceFiles.OwnedBy(bundle.Manifest);
        var (findings, notes) = (new List<Finding>(), new List<string>());
        foreach (var document in bundle.Files.Files.Select(file => file.Path).Where(IsDocument))
        {
            var text = new MarkdownText(File.ReadAllText(Path.Combine(bundle.Folder, document)));
            var paths = PathsIn(text, there).Where(name => IsGone(name, there, owned)).ToLookup(path => IsLikeAnother(path, there));
            var broken = text.Links().Select(Plain).Where(name => IsGone(name, there, owned)).Concat(paths[true]).Distinct(StringComparer.Ordinal).ToList();
            findings.AddRange(broken.Select(name => Broken(document, name)));
            notes.AddRange(paths[false].Except(broken, StringComparer.Ordinal)
                .Select(name => $"{document} names '{name}', which the learner does not get: correct the name, unless a run writes that file."));
        }

        return (findings, notes);
    }

    private static Finding Broken(string document, string name) =>
        new(FindingCode.ReadmeBroken, DeliverableOf(document), null,
            $"{document} names '{name}', which the learner does not get.",
            "Correct the name, or add the file to the starter.", FindingEvidence.None);

    private static bool IsDocument(string path) =>
        path == "starter/README.md" || (path.StartsWith("briefs/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal));

    private static string? DeliverableOf(string document) =>
        document.StartsWith("briefs/", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(document) : null;

    /// <summary>Paths of the learner's repository: the starter, and the visible suites under <c>checks/</c>.</summary>
    private static IEnumerable<string> Learner(Bundle bundle) =>
        ScratchFolder.PartOf(bundle, BundleLayout.Starter).Select(part => part.Path)
            .Concat(bundle.Manifest.Deliverables.SelectMany(deliverable =>
                ScratchFolder.PartOf(bundle, new SuiteId(deliverable.Id, SuiteKind.Visible).Folder).Select(part => $"checks/{deliverable.Id}/{part.Path}")));

    private static bool IsGone(string name, HashSet<string> there, Glob owned)
    {
        var path = name.TrimEnd('/');
        return !there.Contains(path) && !there.Any(one => one.StartsWith(path + "/", StringComparison.Ordinal)) && !owned.Matches(name);
    }

    // What begins in no folder of the learner's is somebody else's, such as a path of the machine.
    private static IEnumerable<string> PathsIn(MarkdownText text, HashSet<string> there)
    {
        var folders = there.Select(path => path.Split('/')[0]).Where(name => !there.Contains(name)).ToHashSet(StringComparer.Ordinal);
        return text.Paths().Select(Plain).Where(path => folders.Contains(path.Split('/')[0])).Distinct(StringComparer.Ordinal);
    }

    // A run writes into folders of its own, and never where the bundle's own files are.
    private static bool IsLikeAnother(string path, HashSet<string> there) =>
        BundleLayout.IsBundleOwned(path)
        || there.Any(one => Path.GetDirectoryName(one) == Path.GetDirectoryName(path) && Path.GetExtension(one) == Path.GetExtension(path));

    private static string Plain(string word) => word.StartsWith("./", StringComparison.Ordinal) ? word[2..] : word;
}
