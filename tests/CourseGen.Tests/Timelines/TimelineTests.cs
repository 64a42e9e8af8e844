using System.Text.Json;
using CourseGen.App.Authoring;
using CourseGen.App.Timelines;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Testing;
using CourseGen.Tests.Authoring;
using CourseGen.Tests.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Timelines;

[Collection(RealSandbox.Collection)]
public sealed class TimelineTests(RealSandbox real)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.Postgres)]
    public async Task The_timeline_of_an_authoring_tells_findings_costs_and_what_changed_in_the_bundle(string database)
    {
        var time = new ManualTime();
        await using var data = await TestStore.OpenAsync(database, time);
        var studio = new Studio(data.Database, time, real.Remembering, AddNumbers.Folder)
        {
            Setup = new("paid") { Price = PaidModel.CentAQuestion },
            Behind = model => new PaidModel(model, []),
        };
        var run = await studio.WorkAsync(PowerCut.Never());
        await studio.Desk().DecideGateAsync(Studio.Run, new(run.Gate!, true, "As I want it.", "ada"), Stop);
        var timeline = new Timeline(new RunStore(data.Database), new BlobStore(data.Database));

        var entries = await timeline.ReadAsync(Studio.Run, 0, Stop).ToListAsync(Stop);

        entries.Select(one => one.Sequence).ShouldBe(Enumerable.Range(1, entries.Count).Select(number => (long)number));
        entries.Where(one => one.Call is not null).Select(one => one.Spent!.Cost).ShouldBe(Enumerable.Range(1, 9).Select(cents => cents * 0.01m));
        entries.SelectMany(one => one.Findings).Select(one => one.Code).ShouldBe([FindingCode.VerifyFailed, AuthoringCode.ReferenceNotRunnable, FindingCode.BuggyPasses]);
        entries.Single(one => one.Kind == RunEventKinds.GateApproved).ShouldSatisfyAllConditions(
            one => (one.Gate, one.By, one.Said).ShouldBe((AuthoringGates.SpecReview, "ada", "As I want it.")));
        Changes(entries, Node.AuthoringRepair).ShouldBe(["changed starter/.coursegen/runtime/verify.sh"]);
        entries.SelectMany(one => one.Changes).Single(one => one.Path == "starter/.coursegen/runtime/verify.sh" && one.Before is not null).Diff!.Split('\n')
            .Where(line => line[0] is '-' or '+').ShouldBe(["-sh -n sum.sh", "+sh -n add.sh"]);
        Changes(entries, Node.ReviewerRepair).ShouldBe(["changed checks/add/hidden/check.sh"]);
        Changes(entries, Node.AuthoringTests).ShouldContain("added variants/naive-octal/files/add.sh");
        // What every change leads to is the bundle as it is.
        entries.SelectMany(one => one.Changes).GroupBy(one => one.Path).Select(group => (Path: group.Key, group.Last().After)).Where(one => one.After is not null)
            .ShouldBe((await studio.TreeAsync()).Files.Select(file => (file.Path, (Domain.Content.BlobId?)file.Blob)), ignoreOrder: true);
        RunJson.Write(await timeline.ReadAsync(Studio.Run, 7, Stop).ToListAsync(Stop)).ShouldBe(RunJson.Write(entries.Skip(7)));
    }

    [Fact]
    public async Task The_timeline_of_a_course_merges_its_runs_and_keeps_the_order_of_each()
    {
        var time = new ManualTime();
        using var data = new TestDatabase(time);
        var store = new RunStore(data.Database);
        await StartAsync("authoring");
        time.Advance(TimeSpan.FromMinutes(1));
        await StartAsync("publishing");
        time.Advance(TimeSpan.FromMinutes(1));
        await store.RequestCancelAsync(new("authoring"), "ada", Stop);
        var held = (await store.ClaimAsync(new("authoring"), new("worker", TimeSpan.FromMinutes(1)), Stop))!;
        await store.AppendAsync(held.Id, "worker", [new("later")], Stop);

        var entries = await new Timeline(store, new BlobStore(data.Database)).ReadAsync(new(new("course_1"), "slug", "Title", "authoring", "publishing", null), Stop);

        entries.Select(one => $"{one.Run} {one.Sequence} {one.Kind}").ShouldBe(["authoring 1 begun", "publishing 1 begun", "authoring 2 later"]);

        Task StartAsync(string id) =>
            store.CreateAsync(new() { Id = new(id), Kind = "toy", Title = id, Status = RunStatus.Active, Step = "work", State = "{}" }, [new("begun")], Stop);
    }

    [Fact]
    public void An_entry_is_served_with_the_names_that_are_written_out()
    {
        var entry = new TimelineEntry(new("run_1"), 3, new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), "step_failed")
        {
            Step = "reviewer_tests",
            Attempt = 9,
            Said = "Refused.",
            Findings = [new("buggy_passes", "add", "buggy", "It passes.", "Add a check.", new("add/hidden", ["adds"], "log"))],
            Changes = [new("a", null, Domain.Content.BlobId.Of("a"u8))],
        };

        var json = JsonDocument.Parse(TimelineJson.Write([entry]).ToJsonString()).RootElement;

        json.GetProperty("format").GetInt32().ShouldBe(1);
        var one = json.GetProperty("entries")[0];
        one.EnumerateObject().Select(member => member.Name).ShouldBe(["run", "sequence", "at", "kind", "step", "attempt", "said", "findings", "changes"]);
        one.GetProperty("at").GetString().ShouldBe("2030-01-02T03:04:05.0000000+00:00");
        one.GetProperty("findings")[0].GetProperty("next_step").GetString().ShouldBe("Add a check.");
        one.GetProperty("changes")[0].GetProperty("change").GetString().ShouldBe("added");
    }

    private static IEnumerable<string> Changes(IEnumerable<TimelineEntry> entries, string node) =>
        entries.Where(one => one.Step == node).SelectMany(one => one.Changes)
            .Select(one => $"{(one.Before is null ? "added" : one.After is null ? "removed" : "changed")} {one.Path}");
}
