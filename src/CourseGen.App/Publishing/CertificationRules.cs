using CourseGen.App.Teaching;
using CourseGen.App.Teaching.Git;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Publishing;

/// <summary>What certification asks of what it sees. Pure.</summary>
internal static class CertificationRules
{
    /// <summary>The evidence has to be from the engine that learners get. Its version may have moved on; the certificate names the new one.</summary>
    public static CertificationCheck Engine(EngineIdentity evidence, EngineIdentity here) => CertificationCheck.Of(
        CertificationCodes.Engine, here.Name, evidence.Name == here.Name && evidence.ImageDigest == here.ImageDigest,
        $"The evidence is from {evidence.Name} {evidence.Version}, and this is {here.Name} {here.Version}.",
        $"The evidence is from {evidence.Name} {evidence.Version} {evidence.ImageDigest}, but learners get {here.Name} {here.Version} {here.ImageDigest}: certify the bundle again here.");

    /// <summary>The bundle was read back and has its digest; otherwise certification does not get this far.</summary>
    public static CertificationCheck Bundle(Snapshot snapshot) =>
        new(CertificationCodes.Bundle, snapshot.Content.Bundle.Value, CertificationStatus.Passed, "The bundle was read back whole from the snapshot.");

    /// <summary>The seed holds the learner's tree and nothing that is hidden.</summary>
    public static CertificationCheck Workspace(string row, SnapshotBench bench, IReadOnlyList<GitFile> seed)
    {
        var bundle = bench.Bundle;
        var expected = LearnerTree.Of(bundle.Manifest, bundle.Files);
        var same = expected.Digest == bench.Snapshot.Content.Learner.Value && expected.Files.Count == seed.Count
            && seed.All(file => expected.Find(file.Path) is { } entry && entry.Length == file.Length && GitFile.ModeOf(entry) == file.Mode);
        var given = expected.Files.Select(file => file.Blob).ToHashSet();
        var leaked = Hidden(bundle).FirstOrDefault(file => given.Contains(file.Blob) && !IsVisible(bundle, file.Blob));
        return CertificationCheck.Of(CertificationCodes.Workspace, row, same && leaked is null,
            $"The workspace was seeded with {seed.Count} files, none of them hidden.",
            leaked is null ? "The workspace was not seeded with the learner's tree." : $"The workspace holds {leaked.Path}, which is hidden.");
    }

    /// <summary>A state whose commit was refused has shown nothing.</summary>
    public static CertificationCheck Refused(CertificationRow row, IReadOnlyList<BundleError> errors) =>
        new(CodeOf(row), row.Name, CertificationStatus.Failed, $"A learner's commit of this state would be refused: {string.Join("; ", errors)}.");

    /// <summary>What a graded state shows.</summary>
    public static IEnumerable<CertificationCheck> Apply(
        CertificationRow row, IReadOnlyList<SuiteResult> results, Scorecard scorecard, Enrollment enrollment, EvidenceReading evidence)
    {
        foreach (var result in results.Where(result => row.Concerns(result.Suite) || CodeOf(row) != CertificationCodes.Naive))
            yield return row.Variant is null ? Starter(result, evidence) : Suite(row, result);
        yield return Scored(row, scorecard, enrollment, evidence.Roster);
    }

    private static CertificationCheck Starter(SuiteResult result, EvidenceReading evidence)
    {
        var expected = evidence.Starter.GetValueOrDefault(result.Suite);
        return CertificationCheck.Of(CertificationCodes.Starter, $"starter on {result.Suite}", !result.Passed && result.Counts == expected,
            $"The untouched starter fails as the evidence says: {Shown(result.Counts)}.",
            $"The untouched starter shows {Shown(result.Counts)}, and the evidence says {(expected is null ? "nothing" : Shown(expected))}. {result.Ending.Sentence}");
    }

    private static CertificationCheck Suite(CertificationRow row, SuiteResult result)
    {
        var shall = CodeOf(row) == CertificationCodes.Reference || result.Suite.Kind == SuiteKind.Visible;
        return CertificationCheck.Of(CodeOf(row), $"{row.Name} on {result.Suite}", result.Passed == shall,
            $"It {(shall ? "passes" : "fails")} as it has to: {Shown(result.Counts)}.",
            $"It {(result.Passed ? "passes" : "fails")} and must not: {Shown(result.Counts)}. {result.Ending.Sentence}");
    }

    // The scorecard is what the learner sees, so it has to agree with what the state is, down to completing the course.
    private static CertificationCheck Scored(CertificationRow row, Scorecard scorecard, Enrollment enrollment, Roster roster)
    {
        var complete = scorecard.Deliverables.Select(one => one.Id).SequenceEqual(enrollment.Deliverables.Select(one => one.Id), StringComparer.Ordinal)
            && scorecard.Deliverables.All(one => one.Visible.Checks.Count == CountOf(one.Id, SuiteKind.Visible) && one.Hidden.Checks.Count == CountOf(one.Id, SuiteKind.Hidden));
        var after = enrollment.After(scorecard).Status;
        var right = CodeOf(row) == CertificationCodes.Reference == (after == EnrollmentStatus.Completed);
        return CertificationCheck.Of(CertificationCodes.Scorecard, row.Name, complete && right,
            $"All {scorecard.Deliverables.Count} deliverables have their score; the enrollment is {LearningNames.Of(after)}.",
            complete ? $"The enrollment would be {LearningNames.Of(after)}." : "A deliverable, or a check of its roster, has no score.");
        int CountOf(string deliverable, SuiteKind kind) => roster.Of(new(deliverable, kind))?.Count ?? -1;
    }

    private static string CodeOf(CertificationRow row) => row.Variant switch
    {
        null => CertificationCodes.Starter,
        { IsReference: true } => CertificationCodes.Reference,
        _ => CertificationCodes.Naive,
    };

    private static IEnumerable<FileEntry> Hidden(Bundle bundle) => bundle.Files.Files.Where(file => file.Length > 0
        && (file.Path.StartsWith(BundleLayout.SharedChecks + "/", StringComparison.Ordinal) || IsIn(bundle, file.Path, SuiteKind.Hidden)));

    // A helper may be shared by a visible and a hidden suite; then it is given on purpose.
    private static bool IsVisible(Bundle bundle, BlobId blob) =>
        bundle.Files.Files.Any(file => file.Blob == blob && IsIn(bundle, file.Path, SuiteKind.Visible));

    private static bool IsIn(Bundle bundle, string path, SuiteKind kind) =>
        bundle.Manifest.Suites.Any(suite => suite.Kind == kind && path.StartsWith(suite.Folder + "/", StringComparison.Ordinal));

    private static string Shown(CheckCounts counts) =>
        $"{counts.Passed} of {counts.Total} passed ({counts.Failed} failed, {counts.Error} error, {counts.TimedOut} timed out, {counts.Missing} missing)";
}
