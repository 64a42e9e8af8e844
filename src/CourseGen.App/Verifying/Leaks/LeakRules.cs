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
    // Less is an empty file, or a word.
    private const int FewestBytes = 48;

    // Of what the reference adds. A smaller part may be a first step that learners are given.
    private const double Most = 0.5;

    private const string CheckScript = "check.sh";

    private const string TakeOutChecks = "Take it out of what the learner gets.";
    private const string TakeOutSolution = "Take the solution out of what the learner gets, and leave a stub.";

    private static readonly LeakKind Checks = new(FindingCode.HiddenLeaked, "the hidden checks", TakeOutChecks);
    private static readonly LeakKind Solution = new(FindingCode.ReferenceLeaked, "the solution", TakeOutSolution);

    /// <summary>The leaks; and as notes, archives that could not be searched and what may have been copied by mistake.</summary>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> Notes) Apply(Bundle bundle)
    {
        var visible = Files(bundle, path => bundle.Manifest.Suites.Any(suite => suite.Kind == SuiteKind.Visible && IsIn(suite.Folder, path)))
            .Select(file => Dense(bundle, file)).ToList();
        var kept = KeptTexts(bundle);
        var (hidden, reference) = (Hidden(bundle, [.. visible, .. kept]).ToList(), ReferenceOnly(bundle, kept).ToList());
        var search = new LeakSearch([.. hidden, .. reference]);
        var archives = new Archives();
        foreach (var file in Files(bundle, path => IsGiven(bundle, path)))
            archives.Visit(file.Path, Content(bundle, file), content => search.In(file.Path, content));

        var commented = CommentedOutIn(bundle).ToLookup(one => one.Lines.Share >= Most);
        return (
            [.. hidden.SelectMany(search.FindingsOf), .. WholeSuites(bundle, visible), .. reference.SelectMany(search.FindingsOf), .. commented[true].Select(FindingOf)],
            [.. archives.Unsearched, .. Copies(bundle), .. commented[false].Select(one => $"{SentenceOf(one)} Take it out, unless the learner is to begin with it.")]);
    }

    private static bool IsGiven(Bundle bundle, string path) =>
        IsIn(BundleLayout.Starter, path) || IsIn(BundleLayout.Briefs, path)
        || bundle.Manifest.Suites.Any(suite => suite.Kind == SuiteKind.Visible && IsIn(suite.Folder, path));

    // Visible checks may look like hidden ones on purpose; what is packed into an archive beside them may not.
    private static IEnumerable<Secret> Hidden(Bundle bundle, IReadOnlyList<byte[]> onPurpose) =>
        Files(bundle, path => IsIn(BundleLayout.SharedChecks, path) || bundle.Manifest.Suites.Any(suite => suite.Kind == SuiteKind.Hidden && IsIn(suite.Folder, path)))
            .Select(file => new Secret(Checks, file.Path, Dense(bundle, file), onPurpose, given => IsIn(BundleLayout.Checks, given)));

    /// <summary>
    /// What a file begins with in the starter and in the reference alike, such as a licence: the learner is given it, and
    /// other files may begin with it too.
    /// </summary>
    private static List<byte[]> KeptTexts(Bundle bundle) =>
    [
        .. from file in Files(bundle, path => IsIn(bundle.Reference.FilesFolder, path))
           let own = LearnersOwn(bundle, file)
           where own is { Link: false }
           select CommonBeginning(Dense(bundle, own), Dense(bundle, file)),
    ];

    private static FileEntry? LearnersOwn(Bundle bundle, FileEntry reference) =>
        bundle.Files.Find(BundleLayout.Starter + reference.Path[bundle.Reference.FilesFolder.Length..]);

    private static byte[] CommonBeginning(byte[] one, byte[] other) => one[..one.AsSpan().CommonPrefixLength(other)];

    // What the learner's own version of the file holds as well is given on purpose.
    private static IEnumerable<Secret> ReferenceOnly(Bundle bundle, IReadOnlyList<byte[]> kept)
    {
        foreach (var file in Files(bundle, path => IsIn(bundle.Reference.FilesFolder, path)))
        {
            var own = LearnersOwn(bundle, file);
            if (own?.Blob == file.Blob) continue;
            yield return new Secret(Solution, file.Path, Dense(bundle, file), own is { Link: false } ? [Dense(bundle, own), .. kept] : kept, given => given == own?.Path);
        }
    }

    private static IEnumerable<(FileEntry Own, CommentedOut Lines)> CommentedOutIn(Bundle bundle) =>
        from file in Files(bundle, path => IsIn(bundle.Reference.FilesFolder, path))
        let own = LearnersOwn(bundle, file)
        where own is { Link: false } && own.Blob != file.Blob
        let lines = CommentedOut.Find(Content(bundle, own), Content(bundle, file))
        where lines is not null
        select (own, lines);

    private static Finding FindingOf((FileEntry Own, CommentedOut Lines) found) =>
        new(Solution.Code, null, null, $"{SentenceOf(found)} So a learner can read {Solution.What}.", Solution.NextStep, new(null, [], found.Lines.Shown));

    private static string SentenceOf((FileEntry Own, CommentedOut Lines) found) =>
        $"Lines {found.Lines.FirstLine} to {found.Lines.LastLine} of {found.Own.Path} hold {found.Lines.Share:P0} of what the reference adds to that file, behind a sign that only comments it out.";

    // Looking alike is one thing; every file of a hidden suite lying among the visible ones is another. A suite that is made
    // of the same files as its visible one is told as that.
    private static IEnumerable<Finding> WholeSuites(Bundle bundle, IReadOnlyList<byte[]> visible)
    {
        foreach (var deliverable in bundle.Manifest.Deliverables)
        {
            var hidden = FilesOf(bundle, deliverable, SuiteKind.Hidden).Select(file => Dense(bundle, file)).ToList();
            if (hidden.Sum(dense => dense.Length) < ContentWindows.Shortest || hidden.Count >= FilesOf(bundle, deliverable, SuiteKind.Visible).Count()) continue;
            if (!hidden.All(dense => visible.Any(one => one.AsSpan().IndexOf(dense) >= 0))) continue;
            yield return new(FindingCode.HiddenLeaked, deliverable.Id, null,
                $"Every file of the hidden suite of '{deliverable.Id}' lies among the visible checks, so a learner can read the hidden checks.", TakeOutChecks, FindingEvidence.None);
        }
    }

    // What both suites use, such as a library of theirs, is named in both. A file that nothing names may still be loaded by
    // its place, so that it is for a person to say.
    private static IEnumerable<string> Copies(Bundle bundle)
    {
        foreach (var deliverable in bundle.Manifest.Deliverables)
        {
            var visible = FilesOf(bundle, deliverable, SuiteKind.Visible).ToList();
            var hidden = FilesOf(bundle, deliverable, SuiteKind.Hidden).DistinctBy(file => file.Blob).ToDictionary(file => file.Blob);
            foreach (var copy in visible.Where(file => hidden.ContainsKey(file.Blob) && file.Length >= FewestBytes && !IsNamed(bundle, file, visible)))
                yield return $"{copy.Path} is the same as {hidden[copy.Blob].Path}, and no file beside it names it. Learners can read it: take it out, unless the visible checks need it.";
        }
    }

    private static bool IsNamed(Bundle bundle, FileEntry file, IEnumerable<FileEntry> beside)
    {
        if (Path.GetFileName(file.Path) == CheckScript) return true;
        var name = Encoding.UTF8.GetBytes(Path.GetFileNameWithoutExtension(file.Path));
        return beside.Any(one => one != file && Content(bundle, one).AsSpan().IndexOf(name) >= 0);
    }

    private static IEnumerable<FileEntry> FilesOf(Bundle bundle, Deliverable deliverable, SuiteKind kind) =>
        Files(bundle, path => IsIn(new SuiteId(deliverable.Id, kind).Folder, path));

    private static IEnumerable<FileEntry> Files(Bundle bundle, Func<string, bool> isAmong) =>
        bundle.Files.Files.Where(file => !file.Link && isAmong(file.Path));

    private static bool IsIn(string folder, string path) => path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static byte[] Dense(Bundle bundle, FileEntry file) => ContentWindows.Dense(Content(bundle, file));

    private static byte[] Content(Bundle bundle, FileEntry file) => File.ReadAllBytes(Path.Combine(bundle.Folder, file.Path));
}
