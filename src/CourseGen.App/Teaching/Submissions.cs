using CourseGen.Domain.Learning;
using CourseGen.Runs;

namespace CourseGen.App.Teaching;

/// <summary>Takes commits in for grading. The grade itself is the work of a run, see <see cref="GradingKind"/>.</summary>
public sealed class Submissions(ILearningStore learning, Workspaces workspaces, RunDesk desk, IIds ids)
{
    private const int Page = 200;

    /// <summary>Hands a commit in. The same commit again is the same submission, whatever became of it.</summary>
    /// <param name="commit">Null: what the workspace holds now.</param>
    /// <exception cref="LearningRefusedException">There is no such enrollment or commit, or the enrollment was stopped.</exception>
    public async Task<Submission> SubmitAsync(EnrollmentId id, string? commit, CancellationToken cancellation)
    {
        var enrollment = await learning.FindEnrollmentAsync(id, cancellation)
            ?? throw new LearningRefusedException(LearningRefusals.EnrollmentUnknown, $"There is no enrollment '{id}'.");
        if (enrollment.Status == EnrollmentStatus.Blocked)
            throw new LearningRefusedException(LearningRefusals.EnrollmentBlocked, "The enrollment was stopped; nothing can be handed in.");
        commit = commit is null
            ? await workspaces.HeadAsync(id.Value, cancellation)
            : await workspaces.FindCommitAsync(id.Value, commit, cancellation);
        await workspaces.KeepAsync(id.Value, $"submitted/{commit}", commit, cancellation);
        var submission = await learning.AddSubmissionAsync(new(ids.Next("submission")), id, commit, cancellation);
        await desk.StartAsync(GradingKind.Start(submission), cancellation);
        return submission;
    }

    /// <summary>Tries again to grade a submission whose run stopped on a fault of ours.</summary>
    /// <exception cref="RunRefusedException">Its run has ended.</exception>
    public async Task<Submission> RetryAsync(SubmissionId id, string by, CancellationToken cancellation)
    {
        await desk.ResumeAsync(GradingKind.RunOf(id), by, cancellation);
        return await FindAsync(id, cancellation);
    }

    /// <summary>The submission as it is now.</summary>
    /// <exception cref="LearningRefusedException">There is none.</exception>
    public async Task<Submission> FindAsync(SubmissionId id, CancellationToken cancellation) =>
        await learning.FindSubmissionAsync(id, cancellation)
        ?? throw new LearningRefusedException(LearningRefusals.SubmissionUnknown, $"There is no submission '{id}'.");

    /// <summary>Starts the runs of submissions that a crash left without one. To be called when a program that grades starts.</summary>
    /// <returns>How many submissions have no grade yet.</returns>
    public async Task<int> RecoverAsync(CancellationToken cancellation)
    {
        var count = 0;
        SubmissionId? last = null;
        while (await learning.ListUngradedAsync(last, Page, cancellation) is { Count: > 0 } ungraded)
        {
            foreach (var submission in ungraded) await desk.StartAsync(GradingKind.Start(submission), cancellation);
            count += ungraded.Count;
            last = ungraded[^1].Id;
        }

        return count;
    }
}
