using CourseGen.App.Teaching;
using CourseGen.Testing;
using Xunit;

namespace CourseGen.ClusterTests;

/// <summary>What a crash left half done is found by the next worker.</summary>
[Collection(WholeMachine.Collection)]
public sealed class RecoverTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_submission_without_a_run_gets_one_when_a_worker_starts()
    {
        await using var data = await TestPostgres.OpenAsync(null);
        // Only the submission matters, so it refers to no enrollment.
        await data.ExecuteAsync(
            """
            SET session_replication_role = replica;
            INSERT INTO submissions (id, enrollment_id, number, commit_id, status, sentence, submitted_at)
            VALUES ('submission_1', 'enrollment_1', 1, 'commit', 'waiting', '', now());
            """);

        await using var worker = WorkerProcess.Start(data.Address, parallel: 1);
        await worker.Working.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await new Office(data).UntilAsync(GradingKind.RunOf(new("submission_1")), run => run.Kind == GradingNames.Kind, Patience);
    }
}
