using System.Diagnostics;
using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>Leases, take-over, cancelling under way, stopping, and several workers.</summary>
public sealed class WorkerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelling_ends_the_step_at_the_next_heartbeat()
    {
        var begun = new TaskCompletionSource();
        using var engine = new Engine(UntilStopped(begun));
        var run = await engine.StartAsync(OneStepKind.Called);
        var driving = engine.Loop().RunOneAsync(run.Id, Stop);
        await begun.Task;
        var asked = engine.Time.GetUtcNow();

        (await engine.Desk.CancelAsync(run.Id, "ada", Stop)).Status.ShouldBe(RunStatus.Active);
        await engine.Time.AdvanceUntilAsync(driving, TimeSpan.FromMilliseconds(100));

        run = await driving;
        (run.Status, run.Step, run.LeaseOwner).ShouldBe((RunStatus.Cancelled, "work", null));
        (await engine.EventsAsync(run.Id))[^1].Payload.ShouldBe("""{"by":"ada"}""");
    }

    [Fact]
    public async Task Cancelling_takes_less_than_two_real_seconds()
    {
        var begun = new TaskCompletionSource();
        using var engine = new Engine(UntilStopped(begun));
        var run = await engine.StartAsync(OneStepKind.Called);
        var loop = new RunLoop(
            engine.Store, engine.Kinds, new RunWorker(engine.Ids, TimeProvider.System, engine.Bell), new RunLoopOptions());
        var driving = loop.RunOneAsync(run.Id, Stop);
        await begun.Task;
        var watch = Stopwatch.StartNew();

        await engine.Desk.CancelAsync(run.Id, "ada", Stop);

        (await driving).Status.ShouldBe(RunStatus.Cancelled);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_worker_that_is_stopped_gives_the_run_back_and_another_finishes_it()
    {
        var begun = new TaskCompletionSource();
        using var engine = new Engine(UntilStopped(begun, finishesAt: 2));
        var run = await engine.StartAsync(OneStepKind.Called);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var driving = engine.Loop().RunOneAsync(run.Id, stop.Token);
        await begun.Task;

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => driving);
        run = await engine.FindAsync(run.Id);
        (run.Status, run.Step, run.LeaseOwner).ShouldBe((RunStatus.Active, "work", null));
        (await engine.Loop().RunOneAsync(run.Id, Stop)).Status.ShouldBe(RunStatus.Succeeded);
        (await engine.EventKindsAsync(run.Id)).ShouldBe(
            ["run_created", "step_started", "step_passed", "run_succeeded"]);
    }

    [Fact]
    public async Task A_run_that_a_living_worker_has_is_refused_to_another()
    {
        var begun = new TaskCompletionSource();
        using var engine = new Engine(UntilStopped(begun));
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
        using var engine = new Engine(UntilStopped(begun));
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
        using var engine = new Engine(UntilStopped(begun));
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
    public async Task A_cancel_request_that_nobody_carried_out_is_carried_out_by_the_next_worker()
    {
        using var engine = new Engine();
        var run = await engine.StartToyAsync(target: 3);
        await engine.Loop().RunOneAsync(run.Id, Stop);
        await engine.Store.RequestCancelAsync(run.Id, "ada", Stop);

        (await engine.Loop().RunOneAsync(run.Id, Stop)).Status.ShouldBe(RunStatus.Cancelled);
    }

    [Fact]
    public async Task Two_loops_share_many_runs_and_never_both_execute_a_step()
    {
        using var engine = new Engine();
        var runs = new List<Run>();
        for (var i = 0; i < 8; i++) runs.Add(await engine.StartToyAsync(target: 5));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task[] loops = [engine.Loop().RunAllAsync(stop.Token), engine.Loop().RunAllAsync(stop.Token)];

        foreach (var run in runs)
            await Eventually.FindAsync(() => engine.FindAsync(run.Id), seen => seen.Status is RunStatus.Waiting);
        await stop.CancelAsync();
        await Task.WhenAll(loops);

        engine.Asked.Count.ShouldBe(8 * 5);
        engine.Asked.Distinct().Count().ShouldBe(8 * 5);
        foreach (var run in runs)
            (await engine.EventKindsAsync(run.Id)).ShouldNotContain("run_taken_over");
    }

    [Fact]
    public async Task An_idle_loop_starts_at_once_when_the_bell_rings()
    {
        using var engine = new Engine();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var loop = engine.Loop(new RunLoopOptions { Parallel = 1 }).RunAllAsync(stop.Token);

        // The clock stands still, so only the bell can wake the loop.
        var run = await engine.StartToyAsync(target: 3);

        await Eventually.FindAsync(() => engine.FindAsync(run.Id), seen => seen.Status is RunStatus.Waiting);
        await stop.CancelAsync();
        await loop;
    }

    private static OneStepKind UntilStopped(TaskCompletionSource begun, int finishesAt = int.MaxValue)
    {
        var executions = 0;
        return new OneStepKind(async (_, cancellation) =>
        {
            begun.TrySetResult();
            if (++executions < finishesAt) await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return new StepResult.Passed();
        });
    }
}
