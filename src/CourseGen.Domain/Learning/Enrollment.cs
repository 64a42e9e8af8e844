using CourseGen.Domain.Bundles;
using CourseGen.Domain.Courses;

namespace CourseGen.Domain.Learning;

/// <summary>The identity of an enrollment.</summary>
public readonly record struct EnrollmentId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Who learns.</summary>
public readonly record struct LearnerId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Where an enrollment stands.</summary>
public enum EnrollmentStatus
{
    Active,

    /// <summary>One commit passed every deliverable.</summary>
    Completed,

    /// <summary>A person stopped it.</summary>
    Blocked,
}

/// <summary>Where a learner stands with a deliverable.</summary>
public enum DeliverableState
{
    Available,

    /// <summary>A submission passed it. It stays passed.</summary>
    Passed,
}

/// <summary>A deliverable of an enrollment.</summary>
public sealed record DeliverableProgress(string Id, DeliverableState State);

/// <summary>One learner on one snapshot, which never changes.</summary>
/// <param name="Slug">The course's, for lists.</param>
/// <param name="Deliverables">In the order of the course.</param>
public sealed record Enrollment(
    EnrollmentId Id, LearnerId Learner, SnapshotId Snapshot, string Slug, EnrollmentStatus Status,
    IReadOnlyList<DeliverableProgress> Deliverables, DateTimeOffset EnrolledAt = default)
{
    /// <summary>A new enrollment: nothing is passed.</summary>
    public static Enrollment New(EnrollmentId id, LearnerId learner, SnapshotId snapshot, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return new(id, learner, snapshot, manifest.Slug, EnrollmentStatus.Active,
            [.. manifest.Deliverables.Select(one => new DeliverableProgress(one.Id, DeliverableState.Available))]);
    }

    /// <summary>
    /// The enrollment after a submission was graded. Progress only grows, so it does not matter in which order
    /// submissions are graded. Completion takes one commit that passes everything: a program that lost an earlier
    /// deliverable on the way is not finished.
    /// </summary>
    public Enrollment After(Scorecard scorecard)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        var passed = scorecard.Deliverables.Where(one => one.Passed).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Deliverables = [.. Deliverables.Select(one => passed.Contains(one.Id) ? one with { State = DeliverableState.Passed } : one)],
            Status = Status == EnrollmentStatus.Active && scorecard.Passed ? EnrollmentStatus.Completed : Status,
        };
    }
}
