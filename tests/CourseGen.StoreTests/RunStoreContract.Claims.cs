using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests;

/// <content>Claims and leases.</content>
public abstract partial class RunStoreContract
{
    private static readonly string[] Kinds = [Samples.Kind];

    [Fact]
    public async Task Of_many_who_claim_a_run_at_once_one_gets_it()
    {
        var run = await CreateAsync();

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            number => Store.ClaimAsync(run.Id, Samples.By($"worker_{number}"), Stop)));

        var winner = claims.Single(claim => claim is not null)!;
        winner.LeaseUntil.ShouldBe(Time.GetUtcNow() + Samples.Lease);
        (await Store.FindAsync(winner.Id, Stop))!.LeaseOwner.ShouldBe(winner.LeaseOwner);
        (await Store.LeaseOwnersAsync(Stop)).ShouldBe([winner.LeaseOwner!]);
    }

    [Fact]
    public async Task The_run_that_waited_longest_is_found_first()
    {
        await CreateAsync("run_2");
        Time.Advance(TimeSpan.FromSeconds(1));
        await CreateAsync("run_1");

        (await ReadyAsync()).ShouldBe(["run_2", "run_1"]);
        (await Store.ListReadyAsync(Kinds, 1, Stop)).Single().Id.Value.ShouldBe("run_2");
    }

    [Fact]
    public async Task Only_kinds_that_the_worker_knows_are_found()
    {
        await CreateAsync();

        (await Store.ListReadyAsync(["other"], 10, Stop)).ShouldBeEmpty();
        (await Store.ListReadyAsync([], 10, Stop)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(RunStatus.Waiting)]
    [InlineData(RunStatus.Succeeded)]
    [InlineData(RunStatus.Failed)]
    [InlineData(RunStatus.Blocked)]
    [InlineData(RunStatus.Cancelled)]
    [InlineData(RunStatus.Faulted)]
    public async Task A_run_without_work_is_neither_found_nor_claimed(RunStatus status)
    {
        var run = await Store.CreateAsync(Samples.NewRun("run_1") with { Status = status }, [], Stop);

        (await ReadyAsync()).ShouldBeEmpty();
        (await Store.ClaimAsync(run.Id, Samples.By("worker"), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_sleeping_run_is_found_when_its_time_has_come()
    {
        var wakeAt = Time.GetUtcNow().AddSeconds(5);
        await Store.CreateAsync(Samples.NewRun("run_1") with { WakeAt = wakeAt }, [], Stop);

        (await ReadyAsync()).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromSeconds(5));
        (await ReadyAsync()).ShouldBe(["run_1"]);
    }

    [Fact]
    public async Task A_lease_that_ended_is_taken_over_and_the_history_tells_it()
    {
        var run = await CreateClaimedAsync("first");

        Time.Advance(Samples.Lease - TimeSpan.FromMilliseconds(1));
        (await ReadyAsync()).ShouldBeEmpty();
        (await Store.ClaimAsync(run.Id, Samples.By("second"), Stop)).ShouldBeNull();
        Time.Advance(TimeSpan.FromMilliseconds(1));
        (await ReadyAsync()).ShouldBe(["run_1"]);
        (await Store.ClaimAsync(run.Id, Samples.By("second"), Stop))!.LeaseOwner.ShouldBe("second");

        var told = (await Store.ReadEventsAsync(new RunId("run_1"), 0, 10, Stop)).Single();
        told.ShouldBe(new RunEvent(
            new RunId("run_1"), 1, Time.GetUtcNow(), "run_taken_over", "first", 1, """{"from":"first","to":"second"}"""));
    }

    [Fact]
    public async Task A_renewed_lease_holds_longer()
    {
        var run = await CreateClaimedAsync("first");
        Time.Advance(TimeSpan.FromSeconds(20));

        (await Store.RenewAsync(run.Id, Samples.By("first"), Stop)).ShouldBe(LeaseState.Held);

        Time.Advance(TimeSpan.FromSeconds(20));
        (await Store.ClaimAsync(run.Id, Samples.By("second"), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_lease_that_ran_out_unnoticed_is_still_its_owners()
    {
        var run = await CreateClaimedAsync("first");
        Time.Advance(Samples.Lease * 2);

        (await Store.RenewAsync(run.Id, Samples.By("first"), Stop)).ShouldBe(LeaseState.Held);
    }

    [Fact]
    public async Task Whoever_lost_the_lease_learns_it_and_can_write_nothing()
    {
        var run = await CreateClaimedAsync("first");
        Time.Advance(Samples.Lease);
        await Store.ClaimAsync(run.Id, Samples.By("second"), Stop);

        (await Store.RenewAsync(run.Id, Samples.By("first"), Stop)).ShouldBe(LeaseState.Lost);
        await Should.ThrowAsync<RunConflictException>(() => Store.CommitAsync(run, "first", [], Stop));
        await Should.ThrowAsync<RunConflictException>(
            () => Store.AppendAsync(run.Id, "first", [Samples.Event("late")], Stop));
        await Should.ThrowAsync<RunConflictException>(
            () => Store.SaveItemAsync(new RunItem(run.Id, "key", "1"), "first", [Samples.Event("late")], Stop));
        await Store.ReleaseAsync(run.Id, "first", Stop);

        (await Store.FindAsync(run.Id, Stop))!.LeaseOwner.ShouldBe("second");
        (await Store.FindItemAsync(run.Id, "key", Stop)).ShouldBeNull();
        (await EventKindsAsync("run_1")).ShouldBe(["run_taken_over"]);
    }

    [Fact]
    public async Task A_lease_given_back_is_free_at_once_and_nobody_was_gone()
    {
        var run = await CreateClaimedAsync("first");

        await Store.ReleaseAsync(run.Id, "first", Stop);

        (await Store.ClaimAsync(run.Id, Samples.By("second"), Stop)).ShouldNotBeNull();
        (await EventKindsAsync("run_1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_leases_of_a_dead_owner_end_at_once()
    {
        var run = await CreateClaimedAsync("first");

        await Store.ForfeitAsync("first", Stop);

        (await Store.LeaseOwnersAsync(Stop)).ShouldBeEmpty();
        (await Store.ClaimAsync(run.Id, Samples.By("second"), Stop)).ShouldNotBeNull();
        (await EventKindsAsync("run_1")).ShouldBe(["run_taken_over"]);
    }

    [Fact]
    public async Task A_worker_learns_at_its_next_heartbeat_that_the_run_shall_be_cancelled()
    {
        var run = await CreateClaimedAsync("first");

        (await Store.RequestCancelAsync(run.Id, "ada", Stop)).ShouldBeTrue();
        (await Store.RequestCancelAsync(run.Id, "bob", Stop)).ShouldBeTrue();

        (await Store.RenewAsync(run.Id, Samples.By("first"), Stop)).ShouldBe(LeaseState.CancelRequested);
        (await Store.FindAsync(run.Id, Stop))!.CancelBy.ShouldBe("ada");
    }

    [Theory]
    [InlineData(RunStatus.Waiting)]
    [InlineData(RunStatus.Faulted)]
    [InlineData(RunStatus.Active)]
    public async Task A_run_that_shall_be_cancelled_is_work_for_somebody(RunStatus status)
    {
        var run = Samples.NewRun("run_1") with { Status = status, WakeAt = Time.GetUtcNow().AddHours(1) };
        await Store.CreateAsync(run, [], Stop);

        await Store.RequestCancelAsync(run.Id, "ada", Stop);

        (await ReadyAsync()).ShouldBe(["run_1"]);
        (await Store.ClaimAsync(run.Id, Samples.By("worker"), Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_has_ended_or_never_was_cannot_be_cancelled()
    {
        await Store.CreateAsync(Samples.NewRun("run_1") with { Status = RunStatus.Succeeded }, [], Stop);

        (await Store.RequestCancelAsync(new RunId("run_1"), "ada", Stop)).ShouldBeFalse();
        (await Store.RequestCancelAsync(new RunId("run_2"), "ada", Stop)).ShouldBeFalse();
    }

    private async Task<string[]> ReadyAsync() => [.. (await Store.ListReadyAsync(Kinds, 10, Stop)).Select(run => run.Id.Value)];
}
