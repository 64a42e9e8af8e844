using System.Text.RegularExpressions;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>
/// The README and the briefs name only files that are there. A name counts when it cannot be anything else: the target
/// of a relative link, or a path in code that begins in a folder of the starter.
/// </summary>
internal static partial class ReadmeRules
{
    public static IEnumerable<Finding> Apply(Bundle bundle)
    {
        var there = Learner(bundle).ToHashSet(StringComparer.Ordinal);
        var folders = there.Select(path => path.Split('/')[0]).Where(name => !there.Contains(name)).ToHashSet(StringComparer.Ordinal);
        var owned = WorkspaceFiles.OwnedBy(bundle.Manifest);
        foreach (var document in bundle.Files.Files.Select(file => file.Path).Where(IsDocument))
        {
            var text = File.ReadAllText(Path.Combine(bundle.Folder, document));
            foreach (var name in Named(text, folders).Distinct(StringComparer.Ordinal).Where(name => !Exists(name, there) && !owned.Matches(name)))
            {
                yield return new(FindingCode.ReadmeBroken, DeliverableOf(document), null,
                    $"{document} names '{name}', which the learner does not get.",
                    "Correct the name, or add the file to the starter.", FindingEvidence.None);
            }
        }
    }

    private static bool IsDocument(string path) =>
        path == "starter/README.md" || (path.StartsWith("briefs/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal));

    private static string? DeliverableOf(string document) =>
        document.StartsWith("briefs/", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(document) : null;

    /// <summary>Paths of the learner's repository: the starter, and the visible suites under <c>checks/</c>.</summary>
    private static IEnumerable<string> Learner(Bundle bundle) =>
        ScratchFolder.PartOf(bundle, BundleLayout.Starter).Select(part => part.Path)
            .Concat(bundle.Manifest.Deliverables.SelectMany(deliverable =>
                ScratchFolder.PartOf(bundle, new SuiteId(deliverable.Id, SuiteKind.Visible).Folder).Select(part => $"checks/{deliverable.Id}/{part.Path}")));

    private static bool Exists(string name, HashSet<string> there)
    {
        var path = name.TrimEnd('/');
        return there.Contains(path) || there.Any(one => one.StartsWith(path + "/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Named(string text, HashSet<string> folders)
    {
        foreach (Match link in Links().Matches(text))
        {
            var target = link.Groups["target"].Value.Split('#')[0];
            if (target.Length > 0 && !target.Contains(':', StringComparison.Ordinal) && target[0] != '/') yield return Plain(target);
        }

        foreach (Match code in Code().Matches(text))
        {
            foreach (var word in code.Value.Split([' ', '\n', '\t', '`', '"', '\'', '(', ')', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(Plain))
                if (PathWord().IsMatch(word) && folders.Contains(word.Split('/')[0])) yield return word;
        }
    }

    private static string Plain(string word) => word.StartsWith("./", StringComparison.Ordinal) ? word[2..] : word;

    [GeneratedRegex(@"\]\((?<target>[^)\s]{1,200})\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex(@"```[^`]*```|`[^`\n]{1,200}`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)+\.\w{1,8}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PathWord();
}
