using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Testing;

namespace CourseGen.Tests.Teaching;

/// <summary>A learning store on a machine whose power may be cut.</summary>
internal sealed class CuttingLearningStore(ILearningStore store, PowerCut power) : ILearningStore
{
    public Task<Enrollment> EnrollAsync(Enrollment enrollment, CancellationToken cancellation) =>
        power.AroundAsync(() => store.EnrollAsync(enrollment, cancellation));

    public Task<Enrollment?> FindEnrollmentAsync(EnrollmentId id, CancellationToken cancellation) => Powered().FindEnrollmentAsync(id, cancellation);

    public Task<Enrollment?> FindEnrollmentAsync(LearnerId learner, SnapshotId snapshot, CancellationToken cancellation) =>
        Powered().FindEnrollmentAsync(learner, snapshot, cancellation);

    public Task<IReadOnlyList<Enrollment>> ListEnrollmentsAsync(LearnerId learner, EnrollmentId? before, int take, CancellationToken cancellation) =>
        Powered().ListEnrollmentsAsync(learner, before, take, cancellation);

    public Task<Enrollment?> BlockAsync(EnrollmentId id, bool blocked, CancellationToken cancellation) =>
        power.AroundAsync(() => store.BlockAsync(id, blocked, cancellation));

    public Task<Submission> AddSubmissionAsync(SubmissionId id, EnrollmentId enrollment, string commit, CancellationToken cancellation) =>
        power.AroundAsync(() => store.AddSubmissionAsync(id, enrollment, commit, cancellation));

    public Task<Submission?> FindSubmissionAsync(SubmissionId id, CancellationToken cancellation) => Powered().FindSubmissionAsync(id, cancellation);

    public Task<IReadOnlyList<Submission>> ListSubmissionsAsync(EnrollmentId enrollment, int? before, int take, CancellationToken cancellation) =>
        Powered().ListSubmissionsAsync(enrollment, before, take, cancellation);

    public Task<IReadOnlyList<Submission>> ListUngradedAsync(SubmissionId? after, int take, CancellationToken cancellation) =>
        Powered().ListUngradedAsync(after, take, cancellation);

    public Task<Submission> GradeAsync(SubmissionId id, Scorecard scorecard, CancellationToken cancellation) =>
        power.AroundAsync(() => store.GradeAsync(id, scorecard, cancellation));

    public Task<Submission> SaveNoGradeAsync(SubmissionId id, SubmissionStatus status, string sentence, CancellationToken cancellation) =>
        power.AroundAsync(() => store.SaveNoGradeAsync(id, status, sentence, cancellation));

    private ILearningStore Powered()
    {
        power.NeedPower();
        return store;
    }
}
