using CourseGen.Domain.Courses;

namespace CourseGen.Storage;

/// <content>Course runs.</content>
public sealed partial class CourseStore
{
    private const string CourseColumns = "id, slug, title, authoring_run, publishing_run, snapshot_id, created_at";

    /// <inheritdoc/>
    public Task<CourseRun> SaveCourseRunAsync(CourseRun course, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(course);
        return database.WriteAsync(
            async session =>
            {
                var row = new
                {
                    Id = course.Id.Value,
                    course.Slug,
                    course.Title,
                    course.AuthoringRun,
                    course.PublishingRun,
                    SnapshotId = course.Snapshot?.Value,
                    Now = await session.NowAsync(),
                };
                await session.ExecuteAsync(
                    """
                    INSERT INTO course_runs (id, slug, title, authoring_run, publishing_run, snapshot_id, created_at)
                    VALUES (@Id, @Slug, @Title, @AuthoringRun, @PublishingRun, @SnapshotId, @Now)
                    ON CONFLICT (id) DO UPDATE SET
                        slug = excluded.slug, title = excluded.title, authoring_run = excluded.authoring_run,
                        publishing_run = excluded.publishing_run, snapshot_id = excluded.snapshot_id
                    """,
                    row);
                return (await FindAsync(session, course.Id))!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<CourseRun?> FindCourseRunAsync(CourseRunId id, CancellationToken cancellation) =>
        database.ReadAsync(session => FindAsync(session, id), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CourseRun>> ListCourseRunsAsync(CourseRunId? before, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<CourseRun>>(
            async session => [.. (await session.QueryAsync<CourseRow>(
                $"""
                SELECT {CourseColumns} FROM course_runs
                WHERE @Before IS NULL OR (created_at, id) < (SELECT created_at, id FROM course_runs WHERE id = @Before)
                ORDER BY created_at DESC, id DESC
                LIMIT @Take
                """,
                new { Before = before?.Value, Take = take })).Select(row => row.ToCourse())],
            cancellation);

    private static async Task<CourseRun?> FindAsync(Session session, CourseRunId id) => (await session.FindAsync<CourseRow>(
        $"SELECT {CourseColumns} FROM course_runs WHERE id = @Id", new { Id = id.Value }))?.ToCourse();

    private sealed class CourseRow
    {
        public string Id { get; init; } = "";

        public string Slug { get; init; } = "";

        public string Title { get; init; } = "";

        public string? AuthoringRun { get; init; }

        public string? PublishingRun { get; init; }

        public string? SnapshotId { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public CourseRun ToCourse() => new(
            new(Id), Slug, Title, AuthoringRun, PublishingRun, SnapshotId is null ? null : new(SnapshotId), CreatedAt);
    }
}
