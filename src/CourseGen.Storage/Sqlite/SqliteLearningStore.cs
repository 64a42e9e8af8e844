using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;

namespace CourseGen.Storage.Sqlite;

/// <summary>Enrollments in SQLite. Its other part holds submissions.</summary>
public sealed partial class SqliteLearningStore(SqliteDatabase database, TimeProvider time) : ILearningStore
{
    private const string EnrollmentColumns = "id, learner, snapshot_id, slug, status, deliverables, enrolled_at";

    /// <inheritdoc/>
    public Task<Enrollment> EnrollAsync(Enrollment enrollment, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(enrollment);
        var row = new
        {
            Id = enrollment.Id.Value,
            Learner = enrollment.Learner.Value,
            SnapshotId = enrollment.Snapshot.Value,
            enrollment.Slug,
            Status = LearningNames.Of(enrollment.Status),
            Deliverables = Write(enrollment.Deliverables),
            Now = SqliteTime.Write(time.GetUtcNow()),
        };
        return database.WriteAsync(
            session =>
            {
                session.Execute(
                    """
                    INSERT INTO enrollments (id, learner, snapshot_id, slug, status, deliverables, enrolled_at)
                    VALUES (@Id, @Learner, @SnapshotId, @Slug, @Status, @Deliverables, @Now)
                    ON CONFLICT (learner, snapshot_id) DO NOTHING
                    """,
                    row);
                return Find(session, enrollment.Learner, enrollment.Snapshot)!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Enrollment?> FindEnrollmentAsync(EnrollmentId id, CancellationToken cancellation) =>
        database.ReadAsync(session => Find(session, id), cancellation);

    /// <inheritdoc/>
    public Task<Enrollment?> FindEnrollmentAsync(LearnerId learner, SnapshotId snapshot, CancellationToken cancellation) =>
        database.ReadAsync(session => Find(session, learner, snapshot), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Enrollment>> ListEnrollmentsAsync(
        LearnerId learner, EnrollmentId? before, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Enrollment>>(
            session => [.. session.Query<EnrollmentRow>(
                $"""
                SELECT {EnrollmentColumns} FROM enrollments
                WHERE learner = @Learner
                    AND (@Before IS NULL OR (enrolled_at, id) < (SELECT enrolled_at, id FROM enrollments WHERE id = @Before))
                ORDER BY enrolled_at DESC, id DESC
                LIMIT @Take
                """,
                new { Learner = learner.Value, Before = before?.Value, Take = take }).Select(row => row.ToEnrollment())],
            cancellation);

    /// <inheritdoc/>
    public Task<Enrollment?> BlockAsync(EnrollmentId id, bool blocked, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            session.Execute(
                "UPDATE enrollments SET status = @To WHERE id = @Id AND status = @From",
                new { Id = id.Value, From = Name(!blocked), To = Name(blocked) });
            return Find(session, id);
            static string Name(bool blocked) => LearningNames.Of(blocked ? EnrollmentStatus.Blocked : EnrollmentStatus.Active);
        },
        cancellation);

    private static void Save(SqliteSession session, Enrollment enrollment) => session.Execute(
        "UPDATE enrollments SET status = @Status, deliverables = @Deliverables WHERE id = @Id",
        new { Id = enrollment.Id.Value, Status = LearningNames.Of(enrollment.Status), Deliverables = Write(enrollment.Deliverables) });

    private static Enrollment? Find(SqliteSession session, EnrollmentId id) => session.Find<EnrollmentRow>(
        $"SELECT {EnrollmentColumns} FROM enrollments WHERE id = @Id", new { Id = id.Value })?.ToEnrollment();

    private static Enrollment? Find(SqliteSession session, LearnerId learner, SnapshotId snapshot) => session.Find<EnrollmentRow>(
        $"SELECT {EnrollmentColumns} FROM enrollments WHERE learner = @Learner AND snapshot_id = @Snapshot",
        new { Learner = learner.Value, Snapshot = snapshot.Value })?.ToEnrollment();

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

        public string EnrolledAt { get; init; } = "";

        public Enrollment ToEnrollment() => new(
            new(Id), new(Learner), new(SnapshotId), Slug, LearningNames.ParseEnrollment(Status),
            [.. RunJson.Read<StoredProgress[]>(Deliverables).Select(one => new DeliverableProgress(one.Id, LearningNames.ParseDeliverable(one.State)))],
            SqliteTime.Read(EnrolledAt));
    }
}
