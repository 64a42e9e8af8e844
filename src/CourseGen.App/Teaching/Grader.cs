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
        var folder = bench.NewFolder();
        try
        {
            var exported = await CommitExport.WriteAsync(workspaces.Find(workspace), commit, folder, ScanLimits.OfBundle, cancellation);
            if (exported.Errors.Count > 0) return new GradedCommit.Refused(exported.Errors);
            var files = WorkspaceFiles.Of(exported.Files.Where(pair => !bench.ReadOnlyPaths.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal));
            var results = await RunAsync(bench, files, memory, cancellation);
            var change = WorkspaceChange.Between(WorkspaceFiles.OfStarter(bench.Bundle), files, bench.Bundle.Manifest);
            return new GradedCommit.Ran(results, ScorecardRules.Of(bench.Bundle.Manifest, bench.Snapshot.Content.Roster, results, change.OutsideOwned));
        }
        finally
        {
            // The engine keeps copies, so the folder is not needed once the suites have run.
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<SuiteResult>> RunAsync(
        SnapshotBench bench, WorkspaceFiles files, ICellMemory memory, CancellationToken cancellation)
    {
        var runner = new SuiteRunner(bench.Workbench, ids);
        var results = new ConcurrentDictionary<SuiteId, SuiteResult>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        await Parallel.ForEachAsync(bench.Bundle.Manifest.Suites, options, async (suite, token) =>
        {
            var known = await memory.FindAsync(suite.ToString());
            var result = known ?? await runner.RunAsync(files, suite, bench.Snapshot.Content.Roster, token);
            results[suite] = result;
            if (known is null && result.Ending.Blame != Blame.Ours) await memory.SaveAsync(suite.ToString(), result);
        });
        return [.. bench.Bundle.Manifest.Suites.Select(suite => results[suite])];
    }
}
