using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;

namespace CourseGen.App.Teaching;

/// <summary>Puts learners on snapshots. A workspace has the name of its enrollment.</summary>
public sealed class Enrollments(ILearningStore learning, ICourseStore courses, Workspaces workspaces, IIds ids)
{
    /// <summary>Enrolls a learner on the newest published version of a course, unless the learner is on it already.</summary>
    /// <exception cref="LearningRefusedException">There is no published version.</exception>
    public async Task<Enrollment> EnrollAsync(LearnerId learner, string slug, CancellationToken cancellation) =>
        await EnrollAsync(learner, await courses.FindPublishedAsync(slug, cancellation), cancellation);

    /// <summary>Enrolls a learner on one version of a course, unless the learner is on it already.</summary>
    /// <exception cref="LearningRefusedException">There is no such version, or it is not published.</exception>
    public async Task<Enrollment> EnrollAsync(LearnerId learner, SnapshotId snapshot, CancellationToken cancellation) =>
        await EnrollAsync(learner, await courses.FindSnapshotAsync(snapshot, cancellation), cancellation);

    /// <summary>The enrollment with its workspace in place, which a crash may have kept from being made.</summary>
    /// <exception cref="LearningRefusedException">There is no such enrollment.</exception>
    public async Task<Enrollment> OpenAsync(EnrollmentId id, CancellationToken cancellation)
    {
        var enrollment = await learning.FindEnrollmentAsync(id, cancellation)
            ?? throw new LearningRefusedException(LearningRefusals.EnrollmentUnknown, $"There is no enrollment '{id}'.");
        var snapshot = await courses.FindSnapshotAsync(enrollment.Snapshot, cancellation);
        await workspaces.SeedAsync(id.Value, snapshot!, cancellation);
        return enrollment;
    }

    private async Task<Enrollment> EnrollAsync(LearnerId learner, Snapshot? snapshot, CancellationToken cancellation)
    {
        if (snapshot is not { IsPublished: true })
            throw new LearningRefusedException(LearningRefusals.CourseUnknown, "There is no such course, or no published version of it.");
        var wanted = Enrollment.New(new(ids.Next("enrollment")), learner, snapshot.Id, snapshot.Content.Manifest);
        var enrollment = await learning.EnrollAsync(wanted, cancellation);
        await workspaces.SeedAsync(enrollment.Id.Value, snapshot, cancellation);
        return enrollment;
    }
}
