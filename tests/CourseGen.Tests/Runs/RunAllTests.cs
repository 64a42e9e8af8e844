using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>Loops that work on whatever is there.</summary>
public sealed class RunAllTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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

    [Fact]
    public async Task A_loop_pauses_while_the_store_is_in_trouble_and_goes_on_afterwards()
    {
        using var engine = new Engine(TimeSpan.FromMilliseconds(20));
        var troubled = new TaskCompletionSource<OutsideTrouble>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var run = await engine.StartToyAsync(target: 3);
        Task loop;
        await using (await StoreLock.TakeAsync(engine))
        {
            var options = new RunLoopOptions { Parallel = 1, OnTrouble = trouble => troubled.TrySetResult(trouble) };
            loop = engine.Loop(options).RunAllAsync(stop.Token);
            (await troubled.Task).Rule.ShouldBe(new RetryRule.After(TimeSpan.FromSeconds(1)));
        }

        var done = Eventually.FindAsync(() => engine.FindAsync(run.Id), seen => seen.Status is RunStatus.Waiting);
        await engine.Time.AdvanceUntilAsync(done, TimeSpan.FromMilliseconds(100));
        await stop.CancelAsync();
        await loop;
    }
}
