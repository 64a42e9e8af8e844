using CourseGen.Domain.Courses;

namespace CourseGen.Domain.Learning;

/// <summary>Where enrollments and submissions are kept. Every method is one transaction; time is the store's.</summary>
public interface ILearningStore
{
    /// <summary>Keeps an enrollment. A learner who is on the snapshot already stays so, and that enrollment is returned.</summary>
    Task<Enrollment> EnrollAsync(Enrollment enrollment, CancellationToken cancellation);

    /// <summary>The enrollment, or null.</summary>
    Task<Enrollment?> FindEnrollmentAsync(EnrollmentId id, CancellationToken cancellation);

    /// <summary>The learner's enrollment on a snapshot, or null.</summary>
    Task<Enrollment?> FindEnrollmentAsync(LearnerId learner, SnapshotId snapshot, CancellationToken cancellation);

    /// <summary>One page of a learner's enrollments, the newest first.</summary>
    /// <param name="before">The last one of the page before; null: from the newest.</param>
    Task<IReadOnlyList<Enrollment>> ListEnrollmentsAsync(LearnerId learner, EnrollmentId? before, int take, CancellationToken cancellation);

    /// <summary>Stops an enrollment, or lets it go on. A completed one stays completed.</summary>
    Task<Enrollment?> BlockAsync(EnrollmentId id, bool blocked, CancellationToken cancellation);

    /// <summary>Keeps a submission and gives it its number. The same commit again is the submission that is there.</summary>
    /// <exception cref="CourseConflictException">There is no such enrollment.</exception>
    Task<Submission> AddSubmissionAsync(SubmissionId id, EnrollmentId enrollment, string commit, CancellationToken cancellation);

    /// <summary>The submission, or null.</summary>
    Task<Submission?> FindSubmissionAsync(SubmissionId id, CancellationToken cancellation);

    /// <summary>One page of an enrollment's submissions, the newest first.</summary>
    /// <param name="before">Only numbers under this one; null: from the newest.</param>
    Task<IReadOnlyList<Submission>> ListSubmissionsAsync(EnrollmentId enrollment, int? before, int take, CancellationToken cancellation);

    /// <summary>One page of the submissions that have no grade yet and were not refused, the oldest first.</summary>
    /// <param name="after">The last one of the page before; null: from the oldest.</param>
    Task<IReadOnlyList<Submission>> ListUngradedAsync(SubmissionId? after, int take, CancellationToken cancellation);

    /// <summary>Writes the grade and what follows from it for the enrollment, both or neither. The first grade stands.</summary>
    Task<Submission> GradeAsync(SubmissionId id, Scorecard scorecard, CancellationToken cancellation);

    /// <summary>Says why there is no grade. A submission that has one keeps it.</summary>
    /// <param name="status">Refused or ours.</param>
    Task<Submission> SaveNoGradeAsync(SubmissionId id, SubmissionStatus status, string sentence, CancellationToken cancellation);
}
