using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests;

/// <content>Commits and events.</content>
public abstract partial class RunStoreContract
{
    [Fact]
    public async Task A_commit_writes_the_state_and_its_events_together()
    {
        var run = await CreateClaimedAsync("worker");
        Time.Advance(TimeSpan.FromSeconds(1));

        var next = await Store.CommitAsync(
            run with { Step = "second", Attempt = 2, State = "{}" }, "worker", [Samples.Event("done")], Stop);

        next.ShouldBeEquivalentTo(run with
        {
            Step = "second",
            Attempt = 2,
            State = "{}",
            Version = 2,
            UpdatedAt = Time.GetUtcNow(),
            Codes = next.Codes,
        });
        (await Store.FindAsync(run.Id, Stop)).ShouldBeEquivalentTo(next);
        (await EventKindsAsync("run_1")).ShouldBe(["done"]);
    }

    [Fact]
    public async Task A_commit_whose_events_cannot_be_written_writes_no_state_either()
    {
        var run = await CreateClaimedAsync("worker");

        await Should.ThrowAsync<Exception>(() => Store.CommitAsync(
            run with { Step = "second" }, "worker", [Samples.Event("good"), new EventDraft(Kind: null!)], Stop));

        (await Store.FindAsync(run.Id, Stop)).ShouldBeEquivalentTo(run);
        (await EventKindsAsync("run_1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_commits_on_the_same_version_the_second_is_refused()
    {
        var run = await CreateClaimedAsync("worker");
        await Store.CommitAsync(run with { Step = "second" }, "worker", [], Stop);

        var conflict = await Should.ThrowAsync<RunConflictException>(
            () => Store.CommitAsync(run with { Step = "third" }, "worker", [Samples.Event("late")], Stop));

        conflict.Run.ShouldBe(run.Id);
        (await Store.FindAsync(run.Id, Stop))!.Step.ShouldBe("second");
        (await EventKindsAsync("run_1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_commit_to_a_run_that_never_was_is_refused() => await Should.ThrowAsync<RunConflictException>(
        () => Store.CommitAsync(Samples.NewRun("run_none"), null, [], Stop));

    [Fact]
    public async Task A_commit_gives_the_lease_back_if_its_new_state_has_none()
    {
        var run = await CreateClaimedAsync("worker");

        var kept = await Store.CommitAsync(run, "worker", [], Stop);
        kept.LeaseOwner.ShouldBe("worker");
        kept.LeaseUntil.ShouldBe(run.LeaseUntil);

        var given = await Store.CommitAsync(
            kept with { Status = RunStatus.Waiting, LeaseOwner = null, LeaseUntil = null }, "worker", [], Stop);
        given.LeaseOwner.ShouldBeNull();
        given.LeaseUntil.ShouldBeNull();
    }

    [Fact]
    public async Task A_person_commits_only_while_nobody_works_on_the_run()
    {
        var run = await CreateAsync();
        run = await Store.CommitAsync(run with { Title = "ignored", State = "1" }, null, [], Stop);
        await Store.ClaimAsync(run.Id, Samples.By("worker"), Stop);

        await Should.ThrowAsync<RunConflictException>(() => Store.CommitAsync(run, null, [], Stop));
        Time.Advance(Samples.Lease);
        run = await Store.CommitAsync(run, null, [], Stop);

        run.LeaseOwner.ShouldBeNull();
        run.Title.ShouldBe("A sample");
        (await Store.RenewAsync(run.Id, Samples.By("worker"), Stop)).ShouldBe(LeaseState.Lost);
    }

    [Fact]
    public async Task A_commit_does_not_forget_that_the_run_shall_be_cancelled_but_resuming_does()
    {
        var run = await CreateClaimedAsync("worker");
        await Store.RequestCancelAsync(run.Id, "ada", Stop);

        run = await Store.CommitAsync(run, "worker", [], Stop);
        run.CancelBy.ShouldBe("ada");
        run = await Store.CommitAsync(run with { Status = RunStatus.Cancelled, LeaseOwner = null }, "worker", [], Stop);
        run.CancelBy.ShouldBe("ada");
        run = await Store.CommitAsync(run with { Status = RunStatus.Active, CancelBy = null }, null, [], Stop);
        run.CancelBy.ShouldBeNull();
    }

    [Fact]
    public async Task Events_appended_by_many_at_once_have_no_gap()
    {
        var run = await CreateClaimedAsync("worker");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(
            number => Store.AppendAsync(run.Id, "worker", [Samples.Event($"a_{number}"), Samples.Event("b")], Stop)));

        var events = await Store.ReadEventsAsync(run.Id, 0, 1000, Stop);
        events.Select(one => one.Sequence).ShouldBe(Enumerable.Range(1, 80).Select(number => (long)number));
        events[0].ShouldBe(new RunEvent(
            run.Id, 1, Time.GetUtcNow(), events[0].Kind, "first", 1, """{"a":"ü"}"""));
    }

    [Fact]
    public async Task Events_are_read_after_a_sequence_and_at_most_so_many()
    {
        await Store.CreateAsync(
            Samples.NewRun("run_1"), [.. "abcde".Select(letter => new EventDraft(letter.ToString()))], Stop);

        var events = await Store.ReadEventsAsync(new RunId("run_1"), after: 2, take: 2, Stop);

        events.Select(one => one.Kind).ShouldBe(["c", "d"]);
        events[0].Step.ShouldBeNull();
        events[0].Attempt.ShouldBeNull();
    }
}
