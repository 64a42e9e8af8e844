namespace CourseGen.Domain.Learning;

/// <summary>The identity of a submission.</summary>
public readonly record struct SubmissionId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Where a submission stands.</summary>
public enum SubmissionStatus
{
    /// <summary>It waits for its grade.</summary>
    Waiting,

    /// <summary>There is a scorecard.</summary>
    Graded,

    /// <summary>The commit holds something that has no place in a workspace; nothing was run.</summary>
    Refused,

    /// <summary>We failed to grade it. That is never a grade: it is tried again.</summary>
    Ours,
}

/// <summary>A commit that a learner handed in.</summary>
/// <param name="Number">Counted per enrollment from 1.</param>
/// <param name="Commit">The commit's id; handing in the same commit again is the same submission.</param>
/// <param name="Sentence">Why it was refused, or what failed on our side; otherwise empty.</param>
/// <param name="Scorecard">The grade, once there is one.</param>
public sealed record Submission(
    SubmissionId Id, EnrollmentId Enrollment, int Number, string Commit, SubmissionStatus Status, string Sentence,
    Scorecard? Scorecard, DateTimeOffset SubmittedAt = default, DateTimeOffset? GradedAt = null);
