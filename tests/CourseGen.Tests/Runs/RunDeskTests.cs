using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>What people may and may not do with a run.</summary>
public sealed class RunDeskTests : IDisposable
{
    private readonly Engine _engine = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Starting_with_the_same_id_twice_starts_one_run()
    {
        var start = new RunStart("toy", "A toy", """{"target":3,"budget":1}""", new RunId("run_mine"));

        var first = await _engine.Desk.StartAsync(start, Stop);
        var second = await _engine.Desk.StartAsync(start with { Title = "Another" }, Stop);

        second.ShouldBeEquivalentTo(first);
        (await _engine.EventKindsAsync(first.Id)).ShouldBe(["run_created", "step_started"]);
    }

    [Fact]
    public async Task A_kind_may_refuse_to_start()
    {
        await RefusedAsync("toy_target_negative", () => _engine.StartToyAsync(-1));
        await RefusedAsync("run_kind_unknown", () => _engine.StartAsync("nonsense"));

        (await _engine.Store.ListAsync(new RunQuery(), Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_input_that_is_no_json_is_a_bug_of_the_caller() => await Should.ThrowAsync<ArgumentException>(
        () => _engine.Desk.StartAsync(new RunStart("toy", "A toy", "{"), Stop));

    [Fact]
    public async Task Only_the_gate_where_a_run_waits_can_be_decided()
    {
        var run = await _engine.StartToyAsync(target: 3);
        var decision = new GateDecision("review", true, null, "ada");
        await RefusedAsync("run_not_at_gate", () => _engine.Desk.DecideGateAsync(run.Id, decision, Stop));

        await _engine.Loop().RunOneAsync(run.Id, Stop);
        await RefusedAsync(
            "run_not_at_gate", () => _engine.Desk.DecideGateAsync(run.Id, decision with { Gate = "other" }, Stop));
        await RefusedAsync("run_unknown", () => _engine.Desk.DecideGateAsync(new RunId("run_none"), decision, Stop));
    }

    [Fact]
    public async Task Of_two_decisions_at_the_same_moment_one_counts()
    {
        var run = await _engine.StartToyAsync(target: 3);
        await _engine.Loop().RunOneAsync(run.Id, Stop);

        var decisions = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            try
            {
                await _engine.Desk.DecideGateAsync(run.Id, new GateDecision("review", true, null, $"p{number}"), Stop);
                return true;
            }
            catch (Exception e) when (e is RunConflictException or RunRefusedException)
            {
                return false;
            }
        }));

        decisions.Count(counted => counted).ShouldBe(1);
        (await _engine.EventKindsAsync(run.Id)).Count(kind => kind is "gate_approved").ShouldBe(1);
    }

    [Fact]
    public async Task A_waiting_run_is_cancelled_at_once_and_only_once()
    {
        var run = await _engine.StartToyAsync(target: 3);
        await _engine.Loop().RunOneAsync(run.Id, Stop);

        (await _engine.Desk.CancelAsync(run.Id, "ada", Stop)).Status.ShouldBe(RunStatus.Cancelled);
        (await _engine.Desk.CancelAsync(run.Id, "bob", Stop)).CancelBy.ShouldBe("ada");

        var events = await _engine.EventsAsync(run.Id);
        events.Count(one => one.Kind is "run_cancelled").ShouldBe(1);
        events[^1].Payload.ShouldBe("""{"by":"ada"}""");
        await RefusedAsync(
            "run_being_cancelled",
            () => _engine.Desk.DecideGateAsync(run.Id, new GateDecision("review", true, null, "ada"), Stop));
    }

    [Fact]
    public async Task A_cancelled_run_is_resumed_where_it_stood()
    {
        var atStep = await _engine.StartToyAsync(target: 3);
        var atGate = await _engine.StartToyAsync(target: 3);
        await _engine.Loop().RunOneAsync(atGate.Id, Stop);
        await _engine.Desk.CancelAsync(atStep.Id, "ada", Stop);
        await _engine.Desk.CancelAsync(atGate.Id, "ada", Stop);

        var step = await _engine.Desk.ResumeAsync(atStep.Id, "ada", Stop);
        var gate = await _engine.Desk.ResumeAsync(atGate.Id, "ada", Stop);

        (step.Status, step.Step, step.Attempt, step.CancelRequested).ShouldBe((RunStatus.Active, "count", 1, false));
        (gate.Status, gate.Gate, gate.CancelRequested).ShouldBe((RunStatus.Waiting, "review", false));
        (await _engine.Loop().RunOneAsync(step.Id, Stop)).Status.ShouldBe(RunStatus.Waiting);
    }

    [Fact]
    public async Task About_resuming_a_blocked_run_its_kind_decides()
    {
        var run = await _engine.StartToyAsync(target: 4, budget: 0);
        await _engine.Loop().RunOneAsync(run.Id, Stop);

        var resumed = await _engine.Desk.ResumeAsync(run.Id, "ada", Stop);

        (resumed.Status, resumed.Step, resumed.Signature).ShouldBe((RunStatus.Active, "repair", null));
        (await _engine.EventKindsAsync(run.Id))[^2..].ShouldBe(["run_resumed", "step_started"]);
        (await _engine.Loop().RunOneAsync(run.Id, Stop)).Status.ShouldBe(RunStatus.Waiting);
    }

    [Fact]
    public async Task What_cannot_be_resumed_or_cancelled_is_refused_and_stays_as_it_is()
    {
        var run = await _engine.StartToyAsync(target: 3);
        run = await _engine.Loop().RunOneAsync(run.Id, Stop);
        await RefusedAsync("run_not_resumable", () => _engine.Desk.ResumeAsync(run.Id, "ada", Stop));
        await _engine.Desk.DecideGateAsync(run.Id, new GateDecision("review", true, null, "ada"), Stop);
        run = await _engine.Loop().RunOneAsync(run.Id, Stop);

        await RefusedAsync("run_ended", () => _engine.Desk.ResumeAsync(run.Id, "ada", Stop));
        await RefusedAsync("run_ended", () => _engine.Desk.CancelAsync(run.Id, "ada", Stop));

        (await _engine.FindAsync(run.Id)).ShouldBeEquivalentTo(run);
    }

    private static async Task RefusedAsync(string code, Func<Task> act) =>
        (await Should.ThrowAsync<RunRefusedException>(act)).Code.ShouldBe(code);
}
