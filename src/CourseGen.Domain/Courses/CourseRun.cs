namespace CourseGen.Domain.Courses;

/// <summary>The identity of a course run.</summary>
public readonly record struct CourseRunId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>
/// A course from its brief to its published snapshots. It only links; where it stands follows from what it links to,
/// see <see cref="CourseStanding"/>.
/// </summary>
/// <param name="AuthoringRun">The run that writes the bundle; null for a bundle that was written by hand.</param>
/// <param name="PublishingRun">The latest run that publishes it, if any.</param>
/// <param name="Snapshot">The latest snapshot, if any.</param>
/// <param name="CreatedAt">When it was first saved. Written by the store.</param>
public sealed record CourseRun(
    CourseRunId Id, string Slug, string Title, string? AuthoringRun, string? PublishingRun, SnapshotId? Snapshot, DateTimeOffset CreatedAt = default);
