using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>How a run goes when nothing goes wrong, and how it ends.</summary>
public sealed class RunLoopTests : IDisposable
{
    private readonly Engine _engine = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_run_goes_to_its_gate_and_tells_every_step()
    {
        var run = await _engine.StartToyAsync(target: 4);
        (run.Status, run.Step, run.Attempt).ShouldBe((RunStatus.Active, "count", 1));

        run = await _engine.Loop().RunOneAsync(run.Id, Stop);

        (run.Status, run.Gate, run.Step, run.LeaseOwner).ShouldBe((RunStatus.Waiting, "review", null, null));
        (await _engine.EventKindsAsync(run.Id)).ShouldBe(
        [
            "run_created", "step_started", "toy_item", "toy_item", "toy_item", "step_passed", "toy_counted",
            "step_started", "step_failed", "step_started", "step_passed", "step_started", "step_passed", "gate_opened",
        ]);
        (await _engine.EventsAsync(run.Id)).Where(one => one.Kind is "step_started")
            .Select(one => (one.Step, one.Attempt))
            .ShouldBe([("count", 1), ("check", 2), ("repair", 3), ("check", 4)]);
    }

    [Fact]
    public async Task The_payloads_of_the_engine_say_what_happened()
    {
        var run = await _engine.StartToyAsync(target: 4);
        run = await _engine.Loop().RunOneAsync(run.Id, Stop);
        await _engine.Desk.DecideGateAsync(run.Id, new GateDecision("review", false, "More, please", "ada"), Stop);

        var payloads = (await _engine.EventsAsync(run.Id)).ToLookup(one => one.Kind, one => one.Payload);

        payloads["run_created"].Single().ShouldBe(
            """{"kind":"toy","title":"A toy","input":{"target":4,"budget":5}}""");
        payloads["step_failed"].First().ShouldBe("""{"codes":["toy_too_small"],"result":3}""");
        payloads["step_passed"].First().ShouldBe("""{"result":3}""");
        payloads["gate_opened"].Single().ShouldBe("""{"gate":"review"}""");
        payloads["gate_rejected"].Single().ShouldBe("""{"gate":"review","by":"ada","comment":"More, please"}""");
    }

    [Fact]
    public async Task An_approved_run_succeeds()
    {
        var run = await AtGateAsync(target: 3);

        await _engine.Desk.DecideGateAsync(run.Id, new GateDecision("review", true, null, "ada"), Stop);
        run = await _engine.Loop().RunOneAsync(run.Id, Stop);

        run.Status.ShouldBe(RunStatus.Succeeded);
        (await _engine.EventKindsAsync(run.Id))[^4..].ShouldBe(
            ["gate_approved", "step_started", "step_passed", "run_succeeded"]);
    }

    [Fact]
    public async Task A_rejected_run_goes_on_and_comes_back_to_its_gate()
    {
        var run = await AtGateAsync(target: 3);

        await _engine.Desk.DecideGateAsync(run.Id, new GateDecision("review", false, "More", "ada"), Stop);
        run = await _engine.Loop().RunOneAsync(run.Id, Stop);

        (run.Status, run.Gate).ShouldBe((RunStatus.Waiting, "review"));
        RunJson.Read<ToyState>(run.State).ShouldBe(new ToyState(Target: 4, Budget: 5, Value: 4, Repairs: 1));
    }

    [Fact]
    public async Task A_run_ends_failed_with_the_codes_of_its_findings()
    {
        var run = await AtGateAsync(target: 13, budget: 20);

        await _engine.Desk.DecideGateAsync(run.Id, new GateDecision("review", true, null, "ada"), Stop);
        run = await _engine.Loop().RunOneAsync(run.Id, Stop);

        run.Status.ShouldBe(RunStatus.Failed);
        run.Codes.ShouldBe(["toy_unlucky"]);
        (await _engine.EventsAsync(run.Id))[^1].Payload.ShouldBe("""{"codes":["toy_unlucky"]}""");
    }

    [Fact]
    public async Task A_run_whose_budget_is_spent_is_blocked_and_says_why()
    {
        var run = await _engine.StartToyAsync(target: 100, budget: 2);

        run = await _engine.Loop().RunOneAsync(run.Id, Stop);

        (run.Status, run.Signature, run.Sentence)
            .ShouldBe((RunStatus.Blocked, "toy_budget_spent", "The repairs are spent."));
        (await _engine.EventKindsAsync(run.Id)).Count(kind => kind is "step_failed").ShouldBe(3);
    }

    [Fact]
    public async Task Asking_again_in_a_later_attempt_is_a_new_call()
    {
        await AtGateAsync(target: 5);

        _engine.Asked.Select(key => (key.Step, key.Attempt, key.Key)).ShouldBe(
        [
            ("count", 1, "one"), ("count", 1, "two"), ("count", 1, "three"), ("repair", 3, "more"), ("repair", 5, "more"),
        ]);
    }

    [Fact]
    public async Task Driving_a_run_without_work_returns_it_as_it_is()
    {
        var run = await AtGateAsync(target: 3);

        (await _engine.Loop().RunOneAsync(run.Id, Stop)).ShouldBeEquivalentTo(run);
    }

    [Fact]
    public async Task Driving_a_run_that_never_was_is_refused() =>
        (await Should.ThrowAsync<RunRefusedException>(() => _engine.Loop().RunOneAsync(new RunId("run_none"), Stop)))
            .Code.ShouldBe("run_unknown");

    [Fact]
    public async Task Workers_that_are_woken_for_the_same_runs_never_both_execute_a_step()
    {
        var runs = new List<Run>();
        for (var i = 0; i < 8; i++) runs.Add(await _engine.StartToyAsync(target: 5));

        await Task.WhenAll(WorkAsync(_engine.Loop()), WorkAsync(_engine.Loop()));

        _engine.Asked.Count.ShouldBe(8 * 5);
        _engine.Asked.Distinct().Count().ShouldBe(8 * 5);
        foreach (var run in runs)
        {
            (await _engine.FindAsync(run.Id)).Status.ShouldBe(RunStatus.Waiting);
            (await _engine.EventKindsAsync(run.Id)).ShouldNotContain("run_taken_over");
        }

        async Task WorkAsync(RunLoop loop) => await Task.WhenAll(runs.Select(run => loop.RunNowAsync(run.Id, Stop)));
    }

    private async Task<Run> AtGateAsync(int target, int budget = 5)
    {
        var run = await _engine.StartToyAsync(target, budget);
        return await _engine.Loop().RunOneAsync(run.Id, Stop);
    }
}
