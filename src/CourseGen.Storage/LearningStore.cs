using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;

namespace CourseGen.Storage;

/// <summary>Enrollments. Its other part holds submissions.</summary>
public sealed partial class LearningStore(Database database) : ILearningStore
{
    private const string EnrollmentColumns = "id, learner, snapshot_id, slug, status, deliverables, enrolled_at";

    /// <inheritdoc/>
    public Task<Enrollment> EnrollAsync(Enrollment enrollment, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(enrollment);
        return database.WriteAsync(
            async session =>
            {
                var row = new
                {
                    Id = enrollment.Id.Value,
                    Learner = enrollment.Learner.Value,
                    SnapshotId = enrollment.Snapshot.Value,
                    enrollment.Slug,
                    Status = LearningNames.Of(enrollment.Status),
                    Deliverables = Write(enrollment.Deliverables),
                    Now = await session.NowAsync(),
                };
                await session.ExecuteAsync(
                    """
                    INSERT INTO enrollments (id, learner, snapshot_id, slug, status, deliverables, enrolled_at)
                    VALUES (@Id, @Learner, @SnapshotId, @Slug, @Status, @Deliverables, @Now)
                    ON CONFLICT (learner, snapshot_id) DO NOTHING
                    """,
                    row);
                return (await FindAsync(session, enrollment.Learner, enrollment.Snapshot))!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Enrollment?> FindEnrollmentAsync(EnrollmentId id, CancellationToken cancellation) =>
        database.ReadAsync(session => FindAsync(session, id), cancellation);

    /// <inheritdoc/>
    public Task<Enrollment?> FindEnrollmentAsync(LearnerId learner, SnapshotId snapshot, CancellationToken cancellation) =>
        database.ReadAsync(session => FindAsync(session, learner, snapshot), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Enrollment>> ListEnrollmentsAsync(
        LearnerId learner, EnrollmentId? before, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Enrollment>>(
            async session => [.. (await session.QueryAsync<EnrollmentRow>(
                $"""
                SELECT {EnrollmentColumns} FROM enrollments
                WHERE learner = @Learner
                    AND (@Before IS NULL OR (enrolled_at, id) < (SELECT enrolled_at, id FROM enrollments WHERE id = @Before))
                ORDER BY enrolled_at DESC, id DESC
                LIMIT @Take
                """,
                new { Learner = learner.Value, Before = before?.Value, Take = take })).Select(row => row.ToEnrollment())],
            cancellation);

    /// <inheritdoc/>
    public Task<Enrollment?> BlockAsync(EnrollmentId id, bool blocked, CancellationToken cancellation) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                "UPDATE enrollments SET status = @To WHERE id = @Id AND status = @From",
                new { Id = id.Value, From = Name(!blocked), To = Name(blocked) });
            return await FindAsync(session, id);
            static string Name(bool blocked) => LearningNames.Of(blocked ? EnrollmentStatus.Blocked : EnrollmentStatus.Active);
        },
        cancellation);

    private static Task<int> SaveAsync(Session session, Enrollment enrollment) => session.ExecuteAsync(
        "UPDATE enrollments SET status = @Status, deliverables = @Deliverables WHERE id = @Id",
        new { Id = enrollment.Id.Value, Status = LearningNames.Of(enrollment.Status), Deliverables = Write(enrollment.Deliverables) });

    private static async Task<Enrollment?> FindAsync(Session session, EnrollmentId id) => (await session.FindAsync<EnrollmentRow>(
        $"SELECT {EnrollmentColumns} FROM enrollments WHERE id = @Id", new { Id = id.Value }))?.ToEnrollment();

    // Kept by this transaction, so that what is added to the enrollment is counted one after another.
    private static async Task<Enrollment?> KeepAsync(Session session, EnrollmentId id) => (await session.FindAsync<EnrollmentRow>(
        $"SELECT {EnrollmentColumns} FROM enrollments WHERE id = @Id {session.Dialect.KeepRow}", new { Id = id.Value }))?.ToEnrollment();

    private static async Task<Enrollment?> FindAsync(Session session, LearnerId learner, SnapshotId snapshot) => (await session.FindAsync<EnrollmentRow>(
        $"SELECT {EnrollmentColumns} FROM enrollments WHERE learner = @Learner AND snapshot_id = @Snapshot",
        new { Learner = learner.Value, Snapshot = snapshot.Value }))?.ToEnrollment();

    private static string Write(IReadOnlyList<DeliverableProgress> deliverables) =>
        RunJson.Write(deliverables.Select(one => new StoredProgress(one.Id, LearningNames.Of(one.State))));

    private sealed record StoredProgress(string Id, string State);

    private sealed class EnrollmentRow
    {
        public string Id { get; init; } = "";

        public string Learner { get; init; } = "";

        public string SnapshotId { get; init; } = "";

        public string Slug { get; init; } = "";

        public string Status { get; init; } = "";

        public string Deliverables { get; init; } = "";

        public DateTimeOffset EnrolledAt { get; init; }

        public Enrollment ToEnrollment() => new(
            new(Id), new(Learner), new(SnapshotId), Slug, LearningNames.ParseEnrollment(Status),
            [.. RunJson.Read<StoredProgress[]>(Deliverables).Select(one => new DeliverableProgress(one.Id, LearningNames.ParseDeliverable(one.State)))],
            EnrolledAt);
    }
}
