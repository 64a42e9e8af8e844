using System.Text.Json.Nodes;
using CourseGen.App.Publishing;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using CourseGen.Testing;
using CourseGen.Tests.Teaching;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Publishing;

public sealed class PublishingTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly PretendSandbox _sandbox = new();
    private readonly TestDatabase _database;
    private readonly School _school;
    private Bundle _bundle = null!;
    private string _evidence = "";

    public PublishingTests()
    {
        _database = new(_time);
        _school = new(_database.Database, _database.Folder, _sandbox, _time);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bundle = TinyCourse.Write(Path.Combine(_database.Folder, "bundle"));
        _evidence = await School.EvidenceAsync(_bundle, _sandbox, _school.Ids, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _school.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task A_certified_bundle_becomes_a_snapshot_with_a_certificate_that_learners_can_enroll_on()
    {
        var run = await PublishAsync(_evidence);

        run.Status.ShouldBe(RunStatus.Succeeded, run.Sentence);
        var snapshot = await _school.Courses.FindPublishedAsync("tiny-greeting", Stop);
        snapshot!.Version.ShouldBe(1);
        snapshot.Content.Bundle.Value.ShouldBe(_bundle.Digest);
        snapshot.Content.Product.ShouldBe("1.0-test");
        (await _school.Blobs.ExistsAsync(CourseGen.Domain.Content.BlobId.Parse(snapshot.Id.Value), Stop)).ShouldBeTrue();
        var certificate = await _school.Courses.FindCertificateAsync(snapshot.Id, Stop);
        certificate!.Holds.ShouldBeTrue();
        certificate.Checks.Select(check => check.Code).Distinct().Order().ShouldBe(CertificationCodes.All.Order());
    }

    [Fact]
    public async Task A_workspace_of_the_snapshot_holds_the_starter_the_visible_checks_and_the_briefs_alone()
    {
        await PublishAsync(_evidence);

        var snapshot = await _school.Courses.FindPublishedAsync("tiny-greeting", Stop);
        var learner = await _school.Trees.FindAsync(snapshot!.Content.Learner.Value, Stop);
        learner.Files.Select(file => file.Path).ShouldBe(
        [
            ".coursegen/runtime/install.sh", ".coursegen/runtime/verify.sh", "Dockerfile", "README.md", "briefs/greet.md",
            "checks/greet/check.sh", "greet.sh", "notes.md",
        ]);
    }

    [Fact]
    public async Task The_certifier_leaves_no_workspace_and_no_enrollment_behind()
    {
        await PublishAsync(_evidence);

        Directory.GetFileSystemEntries(Path.Combine(_database.Folder, "workspaces")).ShouldBeEmpty();
        (await _school.Learning.ListEnrollmentsAsync(new("certifier"), null, 10, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Publishing_the_same_again_is_the_same_snapshot()
    {
        await PublishAsync(_evidence);
        await PublishAsync(_evidence);

        (await _school.Courses.ListSnapshotsAsync("tiny-greeting", null, 10, Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Starting_a_run_twice_starts_it_once()
    {
        var first = await _school.Publications.StartAsync(_bundle, _evidence, new("run_1"), Stop);
        var second = await _school.Publications.StartAsync(_bundle, _evidence, new("run_1"), Stop);

        second.Version.ShouldBe(first.Version);
    }

    [Theory]
    [InlineData("verdict", "refused", PublishingNames.EvidenceRefuses)]
    [InlineData("digest", "0000", PublishingNames.EvidenceElsewhere)]
    [InlineData("roster", "nothing", PublishingNames.EvidenceUnreadable)]
    public async Task Evidence_that_does_not_fit_freezes_nothing(string field, string value, string code)
    {
        var run = await PublishAsync(Changed(document => document[field] = value));

        run.Status.ShouldBe(RunStatus.Failed);
        run.Codes.ShouldBe([code]);
        (await _school.Courses.ListSnapshotsAsync("tiny-greeting", null, 10, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Evidence_without_a_suite_of_the_course_freezes_nothing() =>
        (await PublishAsync(Changed(document => document["roster"]!.AsObject().Remove("greet/hidden")))).Codes.ShouldBe([PublishingNames.EvidenceElsewhere]);

    [Fact]
    public async Task Evidence_that_takes_results_from_an_earlier_certification_freezes_nothing()
    {
        Task<Evidence> CertifyAsync() => new Certifier(_sandbox, _school.Ids, new KeptCells(Path.Combine(_database.Folder, "cells"), "toolchain", fresh: false, _time))
            .CertifyAsync(_bundle, new(1, 1), null, Stop);
        await CertifyAsync();
        var again = await CertifyAsync();
        again.Certified.ShouldBeTrue();
        again.Reused.ShouldBePositive();

        var run = await PublishAsync(EvidenceJson.Write(again));

        run.Codes.ShouldBe([PublishingNames.EvidenceElsewhere]);
        (await _school.Courses.ListSnapshotsAsync("tiny-greeting", null, 10, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_starter_that_fails_otherwise_than_the_evidence_says_is_not_published()
    {
        var run = await PublishAsync(Changed(document =>
        {
            var cell = document["matrix"]!.AsArray().First(one => one!["role"]!.GetValue<string>() == "starter")!;
            cell["checks"]!["passed"] = 1;
            cell["checks"]!["failed"] = 1;
        }));

        run.Status.ShouldBe(RunStatus.Failed);
        run.Codes.ShouldBe([CertificationCodes.Starter]);
        (await _school.Courses.FindPublishedAsync("tiny-greeting", Stop)).ShouldBeNull();
        var frozen = (await _school.Courses.ListSnapshotsAsync("tiny-greeting", null, 10, Stop)).Single();
        (await _school.Courses.FindCertificateAsync(frozen.Id, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Evidence_from_another_engine_is_not_published() =>
        (await PublishAsync(Changed(document => document["engine"]!["name"] = "docker"))).Codes.ShouldBe([CertificationCodes.Engine]);

    [Fact]
    public async Task A_check_of_the_roster_that_the_reference_does_not_report_is_not_published()
    {
        var run = await PublishAsync(Changed(document => document["roster"]!["greet/hidden"]!.AsArray().Add("never_runs")));

        run.Codes.ShouldContain(CertificationCodes.Reference);
    }

    [Fact]
    public async Task A_failing_engine_is_no_verdict_and_the_next_try_succeeds()
    {
        var run = await _school.Publications.StartAsync(_bundle, _evidence, null, Stop);
        // The clock stands still until the run waits for its next try, however many suites are tried at once.
        var start = _school.Time.GetUtcNow();
        _sandbox.Fails = () => _school.Time.GetUtcNow() == start;

        (await _school.RunThroughAsync(run.Id, Stop)).Status.ShouldBe(RunStatus.Succeeded);
        (await _school.EventsAsync(run.Id, Stop)).ShouldContain(one => one.Kind == RunEventKinds.StepTrouble);
    }

    [Fact]
    public async Task Every_state_and_suite_is_told_as_it_is_done()
    {
        var run = await PublishAsync(_evidence);

        var kinds = (await _school.EventsAsync(run.Id, Stop)).Select(one => one.Kind).ToList();
        kinds.Count(kind => kind == PublishingNames.RowCertified).ShouldBe(3);
        kinds.Count(kind => kind == PublishingNames.SuiteCertified).ShouldBe(6);
    }

    private string Changed(Action<JsonObject> change)
    {
        var document = JsonNode.Parse(_evidence)!.AsObject();
        change(document);
        return document.ToJsonString();
    }

    private async Task<Run> PublishAsync(string evidence)
    {
        var run = await _school.Publications.StartAsync(_bundle, evidence, null, Stop);
        return await _school.RunAsync(run.Id, Stop);
    }
}
