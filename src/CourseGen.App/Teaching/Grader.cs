using System.Collections.Concurrent;
using CourseGen.App.Bundles;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.App.Teaching;

/// <summary>What came of a commit.</summary>
public abstract record GradedCommit
{
    private GradedCommit()
    {
    }

    /// <summary>It holds something that has no place in a workspace. Nothing was run.</summary>
    /// <param name="Errors">Each such path.</param>
    public sealed record Refused(IReadOnlyList<BundleError> Errors) : GradedCommit;

    /// <summary>Every suite was run.</summary>
    /// <param name="Results">One per suite, in the order of the course.</param>
    /// <param name="Grade">What the learner is told.</param>
    public sealed record Ran(IReadOnlyList<SuiteResult> Results, Grade Grade) : GradedCommit;
}

/// <summary>
/// Grades one commit of one workspace on all suites of its snapshot. Learners and certification come through here alike.
/// </summary>
/// <param name="parallel">How many suites run at once.</param>
public sealed class Grader(Workspaces workspaces, IIds ids, int parallel = 2)
{
    /// <summary>Grades a commit. Suites that the memory knows are not run again; a failure of ours is never remembered.</summary>
    /// <param name="workspace">The workspace's name.</param>
    public async Task<GradedCommit> GradeAsync(
        SnapshotBench bench, string workspace, string commit, ICellMemory memory, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bench);
        // Left to the bench when something goes wrong, because the workspace may still be in preparation then.
        var folder = bench.NewFolder();
        var exported = await CommitExport.WriteAsync(workspaces.Find(workspace), commit, folder, ScanLimits.OfFolder, cancellation);
        var graded = exported.Errors.Count > 0
            ? (GradedCommit)new GradedCommit.Refused(exported.Errors)
            : await GradeAsync(bench, exported, memory, cancellation);
        Directory.Delete(folder, recursive: true);
        return graded;
    }

    private async Task<GradedCommit> GradeAsync(
        SnapshotBench bench, ExportedCommit exported, ICellMemory memory, CancellationToken cancellation)
    {
        var files = WorkspaceFiles.Of(exported.Files.Where(pair => !bench.ReadOnlyPaths.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal));
        var results = await RunAsync(bench, files, memory, cancellation);
        return new GradedCommit.Ran(results, ScorecardRules.Of(bench.Bundle.Manifest, results, bench.Workbench.ChangeOf(files).OutsideOwned));
    }

    private async Task<IReadOnlyList<SuiteResult>> RunAsync(
        SnapshotBench bench, WorkspaceFiles files, ICellMemory memory, CancellationToken cancellation)
    {
        var runner = new SuiteRunner(bench.Workbench, ids);
        var suites = bench.Bundle.Manifest.Suites.ToList();
        var results = new ConcurrentDictionary<SuiteId, SuiteResult>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        await Parallel.ForEachAsync(suites, options, async (suite, token) =>
        {
            var known = await memory.FindAsync(suite.ToString());
            results[suite] = known ?? await runner.RunAsync(files, suite, bench.Snapshot.Content.Roster, token);
            if (known is not null || results[suite].Ending.Blame == Blame.Ours) return;
            await memory.SaveAsync(suite.ToString(), results[suite], new(results.Count, suites.Count, suite.ToString()));
        });
        return [.. suites.Select(suite => results[suite])];
    }
}
