using CourseGen.Domain.Courses;
using CourseGen.Testing;

namespace CourseGen.Tests.Teaching;

/// <summary>A course store on a machine whose power may be cut.</summary>
internal sealed class CuttingCourseStore(ICourseStore store, PowerCut power) : ICourseStore
{
    public Task<Snapshot> AddSnapshotAsync(SnapshotDocument document, CancellationToken cancellation) =>
        power.AroundAsync(() => store.AddSnapshotAsync(document, cancellation));

    public Task<Snapshot?> FindSnapshotAsync(SnapshotId id, CancellationToken cancellation) => Powered().FindSnapshotAsync(id, cancellation);

    public Task<Snapshot?> FindPublishedAsync(string slug, CancellationToken cancellation) => Powered().FindPublishedAsync(slug, cancellation);

    public Task<IReadOnlyList<Snapshot>> ListSnapshotsAsync(string slug, int? before, int take, CancellationToken cancellation) =>
        Powered().ListSnapshotsAsync(slug, before, take, cancellation);

    public Task<IReadOnlyList<Snapshot>> ListCatalogAsync(string? after, int take, CancellationToken cancellation) =>
        Powered().ListCatalogAsync(after, take, cancellation);

    public Task<Certificate> AddCertificateAsync(Certificate certificate, CancellationToken cancellation) =>
        power.AroundAsync(() => store.AddCertificateAsync(certificate, cancellation));

    public Task<Certificate?> FindCertificateAsync(SnapshotId id, CancellationToken cancellation) => Powered().FindCertificateAsync(id, cancellation);

    public Task<Snapshot> PublishAsync(SnapshotId id, CancellationToken cancellation) =>
        power.AroundAsync(() => store.PublishAsync(id, cancellation));

    public Task<CourseRun> SaveCourseRunAsync(CourseRun course, CancellationToken cancellation) =>
        power.AroundAsync(() => store.SaveCourseRunAsync(course, cancellation));

    public Task<CourseRun?> FindCourseRunAsync(CourseRunId id, CancellationToken cancellation) => Powered().FindCourseRunAsync(id, cancellation);

    public Task<IReadOnlyList<CourseRun>> ListCourseRunsAsync(CourseRunId? before, int take, CancellationToken cancellation) =>
        Powered().ListCourseRunsAsync(before, take, cancellation);

    private ICourseStore Powered()
    {
        power.NeedPower();
        return store;
    }
}
