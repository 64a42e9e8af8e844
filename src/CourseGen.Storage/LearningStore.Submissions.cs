using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;

namespace CourseGen.Storage;

/// <content>Submissions.</content>
public sealed partial class LearningStore
{
    private const string SubmissionColumns =
        "id, enrollment_id, number, commit_id, status, sentence, scorecard, submitted_at, graded_at";

    /// <inheritdoc/>
    public Task<Submission> AddSubmissionAsync(
        SubmissionId id, EnrollmentId enrollment, string commit, CancellationToken cancellation)
    {
        return database.WriteAsync(
            async session =>
            {
                var row = new { Id = id.Value, Enrollment = enrollment.Value, Commit = commit, Now = await session.NowAsync() };
                if (await KeepAsync(session, enrollment) is null) throw new CourseConflictException($"There is no enrollment '{enrollment}'.");
                await session.ExecuteAsync(
                    """
                    INSERT INTO submissions (id, enrollment_id, number, commit_id, status, sentence, submitted_at)
                    SELECT @Id, @Enrollment, 1 + coalesce((SELECT max(number) FROM submissions WHERE enrollment_id = @Enrollment), 0),
                        @Commit, 'waiting', '', @Now
                    WHERE true
                    ON CONFLICT (enrollment_id, commit_id) DO NOTHING
                    """,
                    row);
                return (await FindOneAsync(session, "enrollment_id = @Enrollment AND commit_id = @Commit", row))!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Submission?> FindSubmissionAsync(SubmissionId id, CancellationToken cancellation) =>
        database.ReadAsync(session => FindAsync(session, id), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Submission>> ListSubmissionsAsync(
        EnrollmentId enrollment, int? before, int take, CancellationToken cancellation) => ListAsync(
        $"""
        SELECT {SubmissionColumns} FROM submissions
        WHERE enrollment_id = @Enrollment AND (@before IS NULL OR number < @before)
        ORDER BY number DESC
        LIMIT @take
        """,
        new { Enrollment = enrollment.Value, before, take },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Submission>> ListUngradedAsync(SubmissionId? after, int take, CancellationToken cancellation) => ListAsync(
        $"""
        SELECT {SubmissionColumns} FROM submissions
        WHERE status IN ('waiting', 'ours')
            AND (@After IS NULL OR (submitted_at, id) > (SELECT submitted_at, id FROM submissions WHERE id = @After))
        ORDER BY submitted_at, id
        LIMIT @take
        """,
        new { After = after?.Value, take },
        cancellation);

    /// <inheritdoc/>
    public Task<Submission> GradeAsync(SubmissionId id, Scorecard scorecard, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        return database.WriteAsync(
            async session =>
            {
                var submission = await FindAsync(session, id) ?? throw Unknown(id);
                var enrollment = (await KeepAsync(session, submission.Enrollment))!;
                var written = await session.ExecuteAsync(
                    """
                    UPDATE submissions SET status = 'graded', sentence = '', scorecard = @Scorecard, graded_at = @Now
                    WHERE id = @Id AND scorecard IS NULL
                    """,
                    new { Id = id.Value, Scorecard = RunJson.Write(scorecard), Now = await session.NowAsync() });
                if (written > 0) await SaveAsync(session, enrollment.After(scorecard));
                return (await FindAsync(session, id))!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Submission> SaveNoGradeAsync(
        SubmissionId id, SubmissionStatus status, string sentence, CancellationToken cancellation)
    {
        if (status is not (SubmissionStatus.Refused or SubmissionStatus.Ours))
            throw new ArgumentOutOfRangeException(nameof(status), status, "Only a submission that was refused or failed by us has no grade.");
        return database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "UPDATE submissions SET status = @Status, sentence = @Sentence WHERE id = @Id AND scorecard IS NULL",
                    new { Id = id.Value, Status = LearningNames.Of(status), Sentence = sentence });
                return await FindAsync(session, id) ?? throw Unknown(id);
            },
            cancellation);
    }

    private Task<IReadOnlyList<Submission>> ListAsync(string sql, object parameters, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Submission>>(
            async session => [.. (await session.QueryAsync<SubmissionRow>(sql, parameters)).Select(row => row.ToSubmission())], cancellation);

    private static Task<Submission?> FindAsync(Session session, SubmissionId id) => FindOneAsync(session, "id = @Id", new { Id = id.Value });

    private static async Task<Submission?> FindOneAsync(Session session, string where, object parameters) =>
        (await session.FindAsync<SubmissionRow>($"SELECT {SubmissionColumns} FROM submissions WHERE {where}", parameters))?.ToSubmission();

    private static CourseConflictException Unknown(SubmissionId id) => new($"There is no submission '{id}'.");

    private sealed class SubmissionRow
    {
        public string Id { get; init; } = "";

        public string EnrollmentId { get; init; } = "";

        public int Number { get; init; }

        public string CommitId { get; init; } = "";

        public string Status { get; init; } = "";

        public string Sentence { get; init; } = "";

        public string? Scorecard { get; init; }

        public DateTimeOffset SubmittedAt { get; init; }

        public DateTimeOffset? GradedAt { get; init; }

        public Submission ToSubmission() => new(
            new(Id), new(EnrollmentId), Number, CommitId, LearningNames.ParseSubmission(Status), Sentence,
            Scorecard is null ? null : RunJson.Read<Scorecard>(Scorecard), SubmittedAt, GradedAt);
    }
}
