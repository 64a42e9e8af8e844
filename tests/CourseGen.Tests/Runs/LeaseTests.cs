using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>Who may work on a run, and what happens when a worker is gone.</summary>
public sealed class LeaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_a_living_worker_has_is_refused_to_another()
    {
        var begun = new TaskCompletionSource();
        using var engine = new Engine(OneStepKind.UntilStopped(begun));
        var run = await engine.StartAsync(OneStepKind.Called);
        var first = engine.Loop().RunOneAsync(run.Id, Stop);
        await begun.Task;

        (await Should.ThrowAsync<RunConflictException>(() => engine.Loop().RunOneAsync(run.Id, Stop)))
            .Run.ShouldBe(run.Id);

        await engine.Desk.CancelAsync(run.Id, "ada", Stop);
        await engine.Time.AdvanceUntilAsync(first, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_lease_is_renewed_as_long_as_the_step_takes()
    {
        var begun = new TaskCompletionSource();
        using var engine = new Engine(OneStepKind.UntilStopped(begun));
        var run = await engine.StartAsync(OneStepKind.Called);
        var driving = engine.Loop().RunOneAsync(run.Id, Stop);
        await begun.Task;
        var held = (await engine.FindAsync(run.Id)).LeaseUntil!.Value;

        var renewed = Eventually.FindAsync(() => engine.FindAsync(run.Id), seen => seen.LeaseUntil > held.AddMinutes(2));
        await engine.Time.AdvanceUntilAsync(renewed, TimeSpan.FromSeconds(1));

        driving.IsCompleted.ShouldBeFalse();
        await engine.Desk.CancelAsync(run.Id, "ada", Stop);
        await engine.Time.AdvanceUntilAsync(driving, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_stops_and_writes_nothing()
    {
        var begun = new TaskCompletionSource();
        using var engine = new Engine(OneStepKind.UntilStopped(begun));
        var run = await engine.StartAsync(OneStepKind.Called);
        var driving = engine.Loop().RunOneAsync(run.Id, Stop);
        await begun.Task;
        var owner = (await engine.FindAsync(run.Id)).LeaseOwner!;

        await engine.Store.ForfeitAsync(owner, Stop);
        await engine.Store.ClaimAsync(run.Id, new Claim("another", TimeSpan.FromHours(1)), Stop);

        await Should.ThrowAsync<RunConflictException>(
            () => engine.Time.AdvanceUntilAsync(driving, TimeSpan.FromSeconds(1)));
        run = await engine.FindAsync(run.Id);
        (run.Status, run.LeaseOwner).ShouldBe((RunStatus.Active, "another"));
        (await engine.EventKindsAsync(run.Id)).ShouldBe(["run_created", "step_started", "run_taken_over"]);
    }

    [Fact]
    public async Task The_run_of_a_dead_process_of_this_machine_is_taken_over_without_waiting()
    {
        using var engine = new Engine();
        var run = await engine.StartToyAsync(target: 3);
        var dead = await DeadProcess.OwnerAsync(Stop);
        await engine.Store.ClaimAsync(run.Id, new Claim(dead, TimeSpan.FromHours(1)), Stop);

        run = await engine.Loop().RunOneAsync(run.Id, Stop);

        run.Status.ShouldBe(RunStatus.Waiting);
        (await engine.EventKindsAsync(run.Id))[2].ShouldBe("run_taken_over");
    }

    [Fact]
    public async Task The_run_of_a_worker_elsewhere_is_taken_over_when_its_lease_ends()
    {
        using var engine = new Engine();
        var run = await engine.StartToyAsync(target: 3);
        var claim = new Claim(ProcessMark.Owner(ProcessMark.Join("elsewhere", 1, "1"), "lease_1"), TimeSpan.FromSeconds(30));
        await engine.Store.ClaimAsync(run.Id, claim, Stop);

        await Should.ThrowAsync<RunConflictException>(() => engine.Loop().RunOneAsync(run.Id, Stop));
        engine.Time.Advance(TimeSpan.FromSeconds(30));

        (await engine.Loop().RunOneAsync(run.Id, Stop)).Status.ShouldBe(RunStatus.Waiting);
    }

    [Fact]
    public async Task A_missed_heartbeat_does_not_end_the_work_while_the_lease_still_holds()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var engine = new Engine(TimeSpan.FromMilliseconds(20), new OneStepKind(async (_, cancellation) =>
        {
            begun.SetResult();
            await end.Task.WaitAsync(cancellation);
            return new StepResult.Passed();
        }));
        var run = await engine.StartAsync(OneStepKind.Called);
        var driving = engine.Loop().RunOneAsync(run.Id, Stop);
        await begun.Task;

        await using (await StoreLock.TakeAsync(engine))
            engine.Time.Advance(TimeSpan.FromSeconds(2));
        end.SetResult();

        (await driving).Status.ShouldBe(RunStatus.Succeeded);
    }
}
