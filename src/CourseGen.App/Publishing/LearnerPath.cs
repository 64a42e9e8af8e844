using System.Collections.Concurrent;
using CourseGen.App.Teaching;
using CourseGen.App.Verifying;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.App.Publishing;

/// <summary>
/// Walks the way of a learner as a certifier: enrolls in memory, seeds a workspace, saves work, submits the commit and
/// reads the scorecard, all through the code that learners go through.
/// </summary>
public sealed class LearnerPath(SnapshotBenches benches, Workspaces workspaces, Grader grader)
{
    private static readonly LearnerId Certifier = new("certifier");

    /// <summary>The engine it is walked on.</summary>
    public EngineIdentity Engine => Verifying.Certifier.Identity(benches.Sandbox.Report);

    /// <summary>Everything that was looked at.</summary>
    /// <exception cref="HarnessFaultException">We failed; nothing was found out.</exception>
    public async Task<IReadOnlyList<CertificationCheck>> WalkAsync(
        Snapshot snapshot, EvidenceReading evidence, StepContext<PublishingState> context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(context);
        var engine = CertificationRules.Engine(evidence.Engine, Engine);
        if (engine.Status == CertificationStatus.Failed) return [engine];
        await using var bench = await benches.OpenFreshAsync(snapshot, cancellation);
        CertificationCheck[] checks = [engine, CertificationRules.Bundle(snapshot)];
        var rows = CertificationRow.Of(bench.Bundle);
        var found = new ConcurrentDictionary<CertificationRow, IReadOnlyList<CertificationCheck>>();
        // Each row runs all its suites at once; a few rows side by side fill the time in which one of them only waits.
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(rows, options, async (row, token) =>
        {
            var key = $"certified/{row.Name}";
            if (await context.Items.FindAsync(key) is { } known)
            {
                found[row] = RunJson.Read<CertificationCheck[]>(known);
                return;
            }

            found[row] = await WalkAsync(bench, row, evidence, context, token);
            var news = RunJson.Write(new { Row = row.Name, Done = found.Count, Total = rows.Count, Checks = found[row] });
            await context.Items.SaveAsync(key, RunJson.Write(found[row]), new(PublishingNames.RowCertified, news));
        });
        return [.. checks, .. rows.SelectMany(row => found[row])];
    }

    private async Task<IReadOnlyList<CertificationCheck>> WalkAsync(
        SnapshotBench bench, CertificationRow row, EvidenceReading evidence, StepContext<PublishingState> context, CancellationToken cancellation)
    {
        var workspace = $"certifier-{context.RunId}-{row.Number}";
        var enrollment = Enrollment.New(new(workspace), Certifier, bench.Snapshot.Id, bench.Snapshot.Content.Manifest);
        // What an interrupted walk left behind is no learner's.
        await workspaces.DiscardAsync(workspace, cancellation);
        var seed = await workspaces.SeedAsync(workspace, bench.Snapshot, cancellation);
        var seeded = CertificationRules.Workspace(row.Name, bench, await workspaces.ListAsync(workspace, seed, cancellation));
        var commit = await workspaces.SaveAsync(workspace, new(row.EditsOn(bench.Bundle), $"As {row.Name}"), cancellation);
        var memory = new RunCells(context.Items, $"certify/{row.Name}", PublishingNames.SuiteCertified);
        var graded = await grader.GradeAsync(bench, workspace, commit, memory, cancellation);
        await workspaces.DiscardAsync(workspace, cancellation);
        return graded switch
        {
            GradedCommit.Refused refused => [seeded, CertificationRules.Refused(row, refused.Errors)],
            GradedCommit.Ran { Grade: Grade.Given given } ran => [seeded, .. CertificationRules.Apply(row, ran.Results, given.Scorecard, enrollment, evidence)],
            GradedCommit.Ran { Grade: Grade.Ours ours } => throw new HarnessFaultException(ours.Reason),
            _ => throw new InvalidOperationException("There is no such outcome."),
        };
    }
}
