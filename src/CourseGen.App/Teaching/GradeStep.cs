using CourseGen.App.Verifying;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;

namespace CourseGen.App.Teaching;

/// <summary>
/// Grades a submission and writes its scorecard. Every suite is a checkpoint; a fault of ours is written down as ours
/// and tried again, and is never a grade.
/// </summary>
public sealed class GradeStep(ILearningStore learning, ICourseStore courses, SnapshotBenches benches, Grader grader) : IStep<GradingState>
{
    /// <inheritdoc/>
    public async Task<StepResult> ExecuteAsync(StepContext<GradingState> context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var submission = await learning.FindSubmissionAsync(new(context.State.Submission), cancellation)
            ?? throw new InvalidOperationException($"There is no submission '{context.State.Submission}'.");
        if (submission.Scorecard is { } there) return Passed(there);
        return await WorkAsync(submission, new RunCells(context.Items, "suite", GradingNames.SuiteGraded), cancellation) switch
        {
            GradedCommit.Refused refused => await RefuseAsync(submission, refused, cancellation),
            GradedCommit.Ran { Grade: Grade.Given given } => Passed((await learning.GradeAsync(submission.Id, given.Scorecard, cancellation)).Scorecard!),
            _ => throw new InvalidOperationException("A fault of ours is no grade."),
        };
    }

    private async Task<GradedCommit> WorkAsync(Submission submission, ICellMemory memory, CancellationToken cancellation)
    {
        try
        {
            return await PlatformTrouble.AroundAsync(() => RentAndGradeAsync(submission, memory, cancellation));
        }
        catch (OutsideTrouble trouble)
        {
            // Said to the learner at once; the run tries again, and the last word is the one that stays.
            await learning.SaveNoGradeAsync(submission.Id, SubmissionStatus.Ours, $"This is our fault and no grade: {trouble.Message}", CancellationToken.None);
            throw;
        }
    }

    private async Task<GradedCommit> RentAndGradeAsync(Submission submission, ICellMemory memory, CancellationToken cancellation)
    {
        var enrollment = await learning.FindEnrollmentAsync(submission.Enrollment, cancellation);
        var snapshot = await courses.FindSnapshotAsync(enrollment!.Snapshot, cancellation);
        await using var rent = await benches.RentAsync(snapshot!, cancellation);
        var graded = await grader.GradeAsync(rent.Bench, submission.Enrollment.Value, submission.Commit, memory, cancellation);
        return graded is GradedCommit.Ran { Grade: Grade.Ours ours } ? throw new HarnessFaultException(ours.Reason) : graded;
    }

    private async Task<StepResult> RefuseAsync(Submission submission, GradedCommit.Refused refused, CancellationToken cancellation)
    {
        var sentence = $"Nothing was run, because of what the commit holds: {string.Join("; ", refused.Errors)}.";
        await learning.SaveNoGradeAsync(submission.Id, SubmissionStatus.Refused, sentence, cancellation);
        return new StepResult.Failed([GradingNames.WorkspaceRefused], RunJson.Write(new { Sentence = sentence }));
    }

    private static StepResult.Passed Passed(Scorecard scorecard) => new(RunJson.Write(new
    {
        scorecard.Passed,
        Deliverables = scorecard.Deliverables.Select(one => new { one.Id, one.Passed }),
    }));
}
