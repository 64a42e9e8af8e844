using System.Collections.Concurrent;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using CourseGen.Sandbox;

namespace CourseGen.Cli.Grading;

/// <summary>Grades one workspace: the reference first, for the roster, then the workspace, through the one grading function.</summary>
internal sealed class GradeRun(ISandbox sandbox, IIds ids, Bundle bundle)
{
    private int _done;

    /// <exception cref="HarnessFaultException">The sandbox failed again and again.</exception>
    /// <exception cref="CommandStoppedException">The course's own reference does not pass.</exception>
    public async Task<GradedWorkspace> RunAsync(
        WorkspaceFiles workspace, IReadOnlyList<Deliverable> deliverables, IProgress<CertifyProgress> progress, CancellationToken cancellation)
    {
        await using var bench = new Workbench(sandbox, bundle);
        List<SuiteId> suites = [.. deliverables.SelectMany(one => SuiteId.Kinds.Select(kind => new SuiteId(one.Id, kind)))];
        var reference = WorkspaceFiles.OfVariant(bundle, bundle.Reference);
        var solved = await RunAsync(bench, suites, new("the reference", reference, Roster.Unknown), progress, cancellation);
        RefuseUnsound(solved);
        var results = await RunAsync(bench, suites, new("your work", workspace, Roster.From(solved.Values)), progress, cancellation);
        var prepared = await bench.PrepareAsync(workspace, cancellation);
        return ScorecardRules.Of(bundle.Manifest with { Deliverables = deliverables }, [.. results.Values], prepared.Change.OutsideOwned) is Grade.Given given
            ? new(bundle, new(sandbox.Report.Name, sandbox.Report.Version, sandbox.Report.ImageDigest, []), given.Scorecard, NotesOf(prepared.Change, results.Values))
            : throw new InvalidOperationException("A fault of ours has ended the run before.");
    }

    private async Task<IReadOnlyDictionary<SuiteId, SuiteResult>> RunAsync(
        Workbench bench, List<SuiteId> suites, Candidate candidate, IProgress<CertifyProgress> progress, CancellationToken cancellation)
    {
        var runner = new SuiteRunner(bench, ids);
        var results = new ConcurrentDictionary<SuiteId, SuiteResult>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = CertifyOptions.DefaultJobs, CancellationToken = cancellation };
        await Parallel.ForEachAsync(suites, options, async (suite, token) =>
        {
            var result = await runner.RunAsync(candidate.Files, suite, candidate.Roster, token);
            if (result.Ending is SuiteEnding.HarnessFault fault) throw new HarnessFaultException($"{candidate.Name} on {suite}: {fault.Reason}");
            results[suite] = result;
            progress.Report(new(Interlocked.Increment(ref _done), suites.Count * 2, $"{candidate.Name} on {suite}"));
        });
        return results;
    }

    // A learner is never judged by checks that the course's own solution does not pass.
    private static void RefuseUnsound(IReadOnlyDictionary<SuiteId, SuiteResult> solved)
    {
        if (solved.Values.All(result => result.Passed)) return;
        var failing = solved.Where(pair => !pair.Value.Passed).OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).Select(pair => $"{pair.Key}: {MatrixRules.FirstTrouble(pair.Value)}");
        throw CommandStoppedException.Usage(
            "The course's own reference does not pass, so nobody can be graded by it.", "'coursegen certify' on the bundle says what to mend.", [.. failing]);
    }

    private static IReadOnlyList<string> NotesOf(WorkspaceChange change, IEnumerable<SuiteResult> results) =>
    [
        .. change.OutsideOwned.Count == 0 ? [] : new[] { $"Changed outside the files of the deliverables: {string.Join(", ", change.OutsideOwned.Take(10))}{(change.OutsideOwned.Count > 10 ? " and more" : "")}." },
        // Names of hidden checks stay hidden, the unknown ones too.
        .. results.Where(result => result.Unknown.Count > 0 && result.Suite.Kind == SuiteKind.Visible)
            .OrderBy(result => result.Suite.ToString(), StringComparer.Ordinal)
            .Select(result => $"{result.Suite} reported checks that the course does not know; they are ignored: {string.Join(", ", result.Unknown.Take(10))}."),
    ];

    /// <summary>A workspace whose suites are run.</summary>
    /// <param name="Name">What it is called while they are.</param>
    /// <param name="Roster">The checks that have to be reported.</param>
    private sealed record Candidate(string Name, WorkspaceFiles Files, Roster Roster);
}
