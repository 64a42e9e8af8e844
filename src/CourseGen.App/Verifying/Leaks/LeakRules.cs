using System.Text;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying.Leaks;

/// <summary>
/// Looks for what a learner must not get in everything a learner gets: the starter, briefs and visible suites, and what is
/// in archives there.
/// </summary>
internal static class LeakRules
{
    private const string TakeOutChecks = "Take it out of what the learner gets.";
    private const string TakeOutSolution = "Take the solution out of what the learner gets, and leave a stub.";

    /// <summary>The leaks, and archives that could not be searched.</summary>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> Notes) Apply(Bundle bundle)
    {
        var unpacked = new Unpacked();
        var given = bundle.Files.Files.Where(file => IsGiven(bundle, file.Path) && !file.Link)
            .SelectMany(file => unpacked.Of(file.Path, Content(bundle, file))).ToList();
        return
        ([
            .. Hidden(bundle, given).SelectMany(secret => secret.FoundIn(given.Where(file => !IsSuite(file)), FindingCode.HiddenLeaked, "the hidden checks", TakeOutChecks)),
            .. WholeSuites(bundle, given),
            .. ReferenceOnly(bundle, given).SelectMany(secret => secret.FoundIn(given, FindingCode.ReferenceLeaked, "the solution", TakeOutSolution)),
        ], unpacked.Unsearched);
    }

    private static bool IsGiven(Bundle bundle, string path) =>
        path.StartsWith("starter/", StringComparison.Ordinal) || path.StartsWith("briefs/", StringComparison.Ordinal)
        || bundle.Manifest.Suites.Any(suite => suite.Kind == SuiteKind.Visible && path.StartsWith(suite.Folder + "/", StringComparison.Ordinal));

    // Visible checks may look like hidden ones on purpose; what is packed into an archive beside them may not.
    private static bool IsSuite(GivenContent file) =>
        file.Path.StartsWith("checks/", StringComparison.Ordinal) && !file.Path.Contains('!', StringComparison.Ordinal);

    private static IEnumerable<Secret> Hidden(Bundle bundle, IReadOnlyList<GivenContent> given)
    {
        var visible = given.Where(IsSuite).ToList();
        return bundle.Files.Files.Where(file => !file.Link && (file.Path.StartsWith(BundleLayout.SharedChecks + "/", StringComparison.Ordinal)
                || bundle.Manifest.Suites.Any(suite => suite.Kind == SuiteKind.Hidden && file.Path.StartsWith(suite.Folder + "/", StringComparison.Ordinal))))
            .Select(file => Secret.Of(file.Path, Content(bundle, file), visible, null));
    }

    // Looking alike is one thing; every file of a hidden suite lying among the visible ones is another. A suite that is made
    // of the same files as its visible one is told as that.
    private static IEnumerable<Finding> WholeSuites(Bundle bundle, IReadOnlyList<GivenContent> given)
    {
        var visible = given.Where(IsSuite).ToList();
        foreach (var deliverable in bundle.Manifest.Deliverables)
        {
            var hidden = FilesOf(bundle, deliverable, SuiteKind.Hidden).Select(file => ContentWindows.Dense(Content(bundle, file))).ToList();
            if (hidden.Sum(dense => dense.Length) < ContentWindows.Shortest || hidden.Count >= FilesOf(bundle, deliverable, SuiteKind.Visible).Count()) continue;
            if (!hidden.All(dense => visible.Any(one => one.Dense.AsSpan().IndexOf(dense) >= 0))) continue;
            yield return new(FindingCode.HiddenLeaked, deliverable.Id, null,
                $"Every file of the hidden suite of '{deliverable.Id}' lies among the visible checks, so a learner can read the hidden checks.", TakeOutChecks, FindingEvidence.None);
        }
    }

    private static IEnumerable<FileEntry> FilesOf(Bundle bundle, Deliverable deliverable, SuiteKind kind) =>
        bundle.Files.Files.Where(file => !file.Link && file.Path.StartsWith(new SuiteId(deliverable.Id, kind).Folder + "/", StringComparison.Ordinal));

    // What the learner's own version of the file holds as well is given on purpose.
    private static IEnumerable<Secret> ReferenceOnly(Bundle bundle, IReadOnlyList<GivenContent> given)
    {
        var prefix = bundle.Reference.FilesFolder + "/";
        foreach (var file in bundle.Files.Files.Where(file => !file.Link && file.Path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var own = "starter/" + file.Path[prefix.Length..];
            if (bundle.Files.Find(own)?.Blob != file.Blob)
                yield return Secret.Of(file.Path, Content(bundle, file), [.. given.Where(one => one.Path == own)], own);
        }
    }

    private static byte[] Content(Bundle bundle, FileEntry file) => File.ReadAllBytes(Path.Combine(bundle.Folder, file.Path));

    /// <summary>A file that a learner must not get, and the windows that nothing given on purpose has.</summary>
    private sealed record Secret(string Path, byte[] Dense, HashSet<ulong> Windows, string? Own)
    {
        // Less is a line that anybody could have written.
        private const int FewestWhole = 64;

        public static Secret Of(string path, byte[] content, IReadOnlyList<GivenContent> onPurpose, string? own)
        {
            var dense = ContentWindows.Dense(content);
            var windows = ContentWindows.OfSecret(dense);
            foreach (var known in onPurpose.SelectMany(one => ContentWindows.In(one.Dense, windows)).Select(one => one.Window).ToList()) windows.Remove(known);
            var isGiven = onPurpose.Any(one => one.Dense.AsSpan().IndexOf(dense) >= 0);
            return new(path, isGiven ? [] : dense, windows, own);
        }

        public IEnumerable<Finding> FoundIn(IEnumerable<GivenContent> given, string code, string what, string nextStep)
        {
            // An archive's own bytes may show what is in it once more; the innermost file tells the most, and comes first.
            foreach (var archive in given.Where(file => file.Path != Own).GroupBy(file => file.Path.Split('!')[0], StringComparer.Ordinal))
            {
                var found = archive.Select(file => (file.Path, Part: PartIn(file))).FirstOrDefault(one => one.Part is not null);
                if (found.Part is null) continue;
                yield return new(code, null, null, $"{found.Path} holds a part of {Path}, so a learner can read {what}.", nextStep, new(null, [], found.Part));
            }
        }

        private string? PartIn(GivenContent file)
        {
            foreach (var (_, start) in ContentWindows.In(file.Dense, Windows)) return ContentWindows.Shown(file.Dense, start);
            // A short file has no window; it is searched as a whole.
            return Dense.Length >= FewestWhole && Dense.Length < ContentWindows.Shortest && file.Dense.AsSpan().IndexOf(Dense) >= 0 ? Encoding.UTF8.GetString(Dense) : null;
        }
    }
}
