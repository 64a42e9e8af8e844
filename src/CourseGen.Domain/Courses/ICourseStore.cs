namespace CourseGen.Domain.Courses;

/// <summary>
/// Where frozen courses are kept. Every method is one transaction; time is the store's. Snapshots and certificates never
/// change, except that a snapshot becomes published.
/// </summary>
public interface ICourseStore
{
    /// <summary>Keeps a snapshot and gives it the next version of its course. One that is there already is returned as it is.</summary>
    Task<Snapshot> AddSnapshotAsync(SnapshotDocument document, CancellationToken cancellation);

    /// <summary>The snapshot, or null.</summary>
    Task<Snapshot?> FindSnapshotAsync(SnapshotId id, CancellationToken cancellation);

    /// <summary>The published snapshot of a course with the highest version, or null.</summary>
    Task<Snapshot?> FindPublishedAsync(string slug, CancellationToken cancellation);

    /// <summary>One page of the snapshots of a course, the newest first.</summary>
    /// <param name="before">Only versions under this one; null: from the newest.</param>
    Task<IReadOnlyList<Snapshot>> ListSnapshotsAsync(string slug, int? before, int take, CancellationToken cancellation);

    /// <summary>One page of the catalog: for each course with a published snapshot the newest one, by slug.</summary>
    /// <param name="after">Only slugs after this one; null: from the first.</param>
    Task<IReadOnlyList<Snapshot>> ListCatalogAsync(string? after, int take, CancellationToken cancellation);

    /// <summary>Keeps the certificate of a snapshot. The first one stands and is returned.</summary>
    /// <exception cref="CourseConflictException">It does not hold, or there is no such snapshot.</exception>
    Task<Certificate> AddCertificateAsync(Certificate certificate, CancellationToken cancellation);

    /// <summary>The certificate of a snapshot, or null.</summary>
    Task<Certificate?> FindCertificateAsync(SnapshotId id, CancellationToken cancellation);

    /// <summary>Lets learners enroll. A snapshot that is published already stays as it is.</summary>
    /// <exception cref="CourseConflictException">It is not here, or has no certificate.</exception>
    Task<Snapshot> PublishAsync(SnapshotId id, CancellationToken cancellation);

    /// <summary>Writes a course run, replacing the one with its id.</summary>
    Task<CourseRun> SaveCourseRunAsync(CourseRun course, CancellationToken cancellation);

    /// <summary>The course run, or null.</summary>
    Task<CourseRun?> FindCourseRunAsync(CourseRunId id, CancellationToken cancellation);

    /// <summary>One page of course runs, the newest first.</summary>
    /// <param name="before">The last one of the page before; null: from the newest.</param>
    Task<IReadOnlyList<CourseRun>> ListCourseRunsAsync(CourseRunId? before, int take, CancellationToken cancellation);
}

/// <summary>The store does not allow what was asked, because of what is in it. Nothing was written.</summary>
public sealed class CourseConflictException(string sentence) : Exception(sentence);
