using CourseGen.Domain.Courses;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests;

/// <summary>What every course store does.</summary>
public abstract class CourseStoreContract
{
    /// <summary>The store under test, empty, on <see cref="Time"/>.</summary>
    protected abstract ICourseStore Store { get; }

    protected ManualTime Time { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_snapshot_is_found_as_it_was_frozen()
    {
        var document = CourseSamples.Document("course");

        var added = await Store.AddSnapshotAsync(document, Stop);
        var found = await Store.FindSnapshotAsync(document.Id, Stop);

        found.ShouldNotBeNull();
        found.Id.ShouldBe(document.Id);
        found.Version.ShouldBe(1);
        found.FrozenAt.ShouldBe(Time.GetUtcNow());
        found.IsPublished.ShouldBeFalse();
        SnapshotDocument.Of(found.Content).Bytes.ToArray().ShouldBe(document.Bytes.ToArray());
        added.Id.ShouldBe(found.Id);
    }

    [Fact]
    public async Task The_same_content_is_the_same_version_and_other_content_is_the_next()
    {
        var first = await Store.AddSnapshotAsync(CourseSamples.Document("course"), Stop);
        Time.Advance(TimeSpan.FromHours(1));

        (await Store.AddSnapshotAsync(CourseSamples.Document("course"), Stop)).FrozenAt.ShouldBe(first.FrozenAt);
        (await Store.AddSnapshotAsync(CourseSamples.Document("course", "other"), Stop)).Version.ShouldBe(2);
        (await Store.AddSnapshotAsync(CourseSamples.Document("another-course"), Stop)).Version.ShouldBe(1);
        (await Store.ListSnapshotsAsync("course", null, 10, Stop)).Select(one => one.Version).ShouldBe([2, 1]);
        (await Store.ListSnapshotsAsync("course", 2, 10, Stop)).Select(one => one.Version).ShouldBe([1]);
    }

    [Fact]
    public async Task Versions_are_counted_without_a_gap_when_many_freeze_at_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Store.AddSnapshotAsync(CourseSamples.Document("course", $"{i}"), Stop)));

        all.Select(one => one.Version).Order().ShouldBe(Enumerable.Range(1, 8));
    }

    [Fact]
    public async Task Nothing_is_published_without_a_certificate()
    {
        var snapshot = await Store.AddSnapshotAsync(CourseSamples.Document("course"), Stop);

        await Should.ThrowAsync<CourseConflictException>(() => Store.PublishAsync(snapshot.Id, Stop));
        await Should.ThrowAsync<CourseConflictException>(() => Store.PublishAsync(new("nothing"), Stop));

        (await Store.FindSnapshotAsync(snapshot.Id, Stop))!.IsPublished.ShouldBeFalse();
        (await Store.FindPublishedAsync("course", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_certificate_that_does_not_hold_is_not_kept()
    {
        var snapshot = await Store.AddSnapshotAsync(CourseSamples.Document("course"), Stop);
        var good = CourseSamples.Certificate(snapshot.Id, Time.GetUtcNow());

        await Should.ThrowAsync<CourseConflictException>(() => Store.AddCertificateAsync(good with { Checks = [] }, Stop));
        await Should.ThrowAsync<CourseConflictException>(() => Store.AddCertificateAsync(
            good with { Checks = [good.Checks[0], good.Checks[0] with { Status = CertificationStatus.Failed }] }, Stop));
        await Should.ThrowAsync<CourseConflictException>(() => Store.AddCertificateAsync(good with { Snapshot = new("nothing") }, Stop));

        (await Store.FindCertificateAsync(snapshot.Id, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task The_first_certificate_and_the_first_publication_stand()
    {
        var snapshot = await Store.AddSnapshotAsync(CourseSamples.Document("course"), Stop);
        var first = await Store.AddCertificateAsync(CourseSamples.Certificate(snapshot.Id, Time.GetUtcNow()), Stop);
        var published = await Store.PublishAsync(snapshot.Id, Stop);
        Time.Advance(TimeSpan.FromHours(1));

        (await Store.AddCertificateAsync(CourseSamples.Certificate(snapshot.Id, Time.GetUtcNow()), Stop)).At.ShouldBe(first.At);
        (await Store.PublishAsync(snapshot.Id, Stop)).PublishedAt.ShouldBe(published.PublishedAt);
        (await Store.FindCertificateAsync(snapshot.Id, Stop)).ShouldBeEquivalentTo(first);
    }

    [Fact]
    public async Task The_catalog_has_the_newest_published_version_of_each_course()
    {
        await PublishAsync("course-b", "1");
        var second = await PublishAsync("course-b", "2");
        await Store.AddSnapshotAsync(CourseSamples.Document("course-b", "3"), Stop);
        await Store.AddSnapshotAsync(CourseSamples.Document("course-c"), Stop);
        var other = await PublishAsync("course-a", "1");

        (await Store.FindPublishedAsync("course-b", Stop))!.Id.ShouldBe(second);
        (await Store.ListCatalogAsync(null, 10, Stop)).Select(one => one.Id).ShouldBe([other, second]);
        (await Store.ListCatalogAsync(null, 1, Stop)).Select(one => one.Id).ShouldBe([other]);
        (await Store.ListCatalogAsync("course-a", 10, Stop)).Select(one => one.Id).ShouldBe([second]);
    }

    [Fact]
    public async Task A_course_run_is_replaced_and_listed_by_age()
    {
        var snapshot = await Store.AddSnapshotAsync(CourseSamples.Document("course"), Stop);
        var first = await Store.SaveCourseRunAsync(new(new("c1"), "course", "Title", "run_1", null, null), Stop);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Store.SaveCourseRunAsync(new(new("c2"), "other", "Other", null, null, null), Stop);
        var changed = await Store.SaveCourseRunAsync(first with { PublishingRun = "run_2", Snapshot = snapshot.Id }, Stop);

        (await Store.FindCourseRunAsync(new("c1"), Stop)).ShouldBe(changed);
        changed.ShouldBe(first with { PublishingRun = "run_2", Snapshot = snapshot.Id });
        (await Store.ListCourseRunsAsync(null, 10, Stop)).Select(one => one.Id.Value).ShouldBe(["c2", "c1"]);
        (await Store.ListCourseRunsAsync(new("c2"), 10, Stop)).Select(one => one.Id.Value).ShouldBe(["c1"]);
    }

    private async Task<SnapshotId> PublishAsync(string slug, string bundle)
    {
        var snapshot = await Store.AddSnapshotAsync(CourseSamples.Document(slug, bundle), Stop);
        await Store.AddCertificateAsync(CourseSamples.Certificate(snapshot.Id, Time.GetUtcNow()), Stop);
        return (await Store.PublishAsync(snapshot.Id, Stop)).Id;
    }
}
