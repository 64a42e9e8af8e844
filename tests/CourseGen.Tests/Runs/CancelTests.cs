using System.Diagnostics;
using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>A person cancels, or a worker is told to stop, while a step is under way.</summary>
public sealed class CancelTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelling_ends_the_step_at_the_next_heartbeat()
    {
        var begun = new TaskCompletionSource();
        using var engine = new Engine(OneStepKind.UntilStopped(begun));
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
        using var engine = new Engine(OneStepKind.UntilStopped(begun));
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
        using var engine = new Engine(OneStepKind.UntilStopped(begun, finishesAt: 2));
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
    public async Task A_cancel_request_that_nobody_carried_out_is_carried_out_by_the_next_worker()
    {
        using var engine = new Engine();
        var run = await engine.StartToyAsync(target: 3);
        await engine.Loop().RunOneAsync(run.Id, Stop);
        await engine.Store.RequestCancelAsync(run.Id, "ada", Stop);

        (await engine.Loop().RunOneAsync(run.Id, Stop)).Status.ShouldBe(RunStatus.Cancelled);
    }
}
