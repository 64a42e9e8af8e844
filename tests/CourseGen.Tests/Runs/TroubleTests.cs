using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>Trouble outside is tried again; a bug waits for a person.</summary>
public sealed class TroubleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trouble_is_tried_again_at_once_with_the_same_attempt()
    {
        var attempts = new List<int>();
        using var engine = new Engine(new OneStepKind((context, _) =>
        {
            attempts.Add(context.Attempt);
            return attempts.Count < 3 ? throw new OutsideTrouble("No route.", new RetryRule.Now()) : Passed();
        }));
        var run = await engine.StartAsync(OneStepKind.Called);

        run = await engine.Loop().RunOneAsync(run.Id, Stop);

        (run.Status, run.Faults).ShouldBe((RunStatus.Succeeded, 0));
        attempts.ShouldBe([1, 1, 1]);
        (await engine.EventKindsAsync(run.Id)).ShouldBe(
            ["run_created", "step_started", "step_trouble", "step_trouble", "step_passed", "run_succeeded"]);
    }

    [Fact]
    public async Task Trouble_that_stays_makes_the_run_wait_for_a_person_who_resumes_the_same_attempt()
    {
        var broken = true;
        using var engine = new Engine(new OneStepKind(
            (_, _) => broken ? throw new OutsideTrouble("No route.", new RetryRule.Now()) : Passed()));
        var run = await engine.StartAsync(OneStepKind.Called);

        run = await engine.Loop().RunOneAsync(run.Id, Stop);

        (run.Status, run.Step, run.Attempt, run.Faults).ShouldBe((RunStatus.Faulted, "work", 1, 3));
        (run.Signature, run.Sentence, run.LeaseOwner).ShouldBe(("outside_trouble", "No route.", null));

        broken = false;
        run = await engine.Desk.ResumeAsync(run.Id, "ada", Stop);
        (run.Status, run.Faults, run.Attempt, run.Sentence).ShouldBe((RunStatus.Active, 0, 1, null));
        (await engine.Loop().RunOneAsync(run.Id, Stop)).Status.ShouldBe(RunStatus.Succeeded);
    }

    [Fact]
    public void A_worker_pauses_as_long_as_the_rule_of_a_trouble_says()
    {
        var usual = TimeSpan.FromSeconds(1);

        new RetryRule.After(TimeSpan.FromSeconds(30)).PauseOr(usual).ShouldBe(TimeSpan.FromSeconds(30));
        new RetryRule.Now().PauseOr(usual).ShouldBe(usual);
        new RetryRule.Never().PauseOr(usual).ShouldBeNull();
    }

    [Fact]
    public async Task Trouble_that_no_retry_heals_is_not_tried_again()
    {
        using var engine = new Engine(new OneStepKind(
            (_, _) => throw new OutsideTrouble("The key is wrong.", new RetryRule.Never())));
        var run = await engine.StartAsync(OneStepKind.Called);

        run = await engine.Loop().RunOneAsync(run.Id, Stop);

        (run.Status, run.Faults).ShouldBe((RunStatus.Faulted, 1));
        (await engine.EventsAsync(run.Id))[^1].Payload.ShouldBe(
            """{"message":"The key is wrong.","retry":"never","faults":1,"wakeAt":null}""");
    }

    [Fact]
    public async Task Trouble_with_a_delay_lets_the_run_sleep_without_a_lease()
    {
        var executions = 0;
        using var engine = new Engine(new OneStepKind((_, _) => ++executions == 1
            ? throw new OutsideTrouble("Busy.", new RetryRule.After(TimeSpan.FromMinutes(5)))
            : Passed()));
        var run = await engine.StartAsync(OneStepKind.Called);
        var start = engine.Time.GetUtcNow();

        var driving = engine.Loop().RunOneAsync(run.Id, Stop);
        var asleep = await Eventually.FindAsync(() => engine.FindAsync(run.Id), seen => seen.WakeAt is not null);
        asleep.ShouldSatisfyAllConditions(
            () => asleep.WakeAt.ShouldBe(start.AddMinutes(5)),
            () => asleep.LeaseOwner.ShouldBeNull(),
            () => asleep.Status.ShouldBe(RunStatus.Active));
        await engine.Time.AdvanceUntilAsync(driving, TimeSpan.FromSeconds(10));

        (await driving).Status.ShouldBe(RunStatus.Succeeded);
        executions.ShouldBe(2);
        (engine.Time.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_sleeping_run_can_be_resumed_early_and_cancelled()
    {
        using var engine = new Engine(new OneStepKind(
            (_, _) => throw new OutsideTrouble("Busy.", new RetryRule.After(TimeSpan.FromHours(1)))));
        var run = await engine.StartAsync(OneStepKind.Called);
        var driving = engine.Loop().RunOneAsync(run.Id, Stop);
        await Eventually.FindAsync(() => engine.FindAsync(run.Id), seen => seen.WakeAt is not null);

        (await engine.Desk.ResumeAsync(run.Id, "ada", Stop)).WakeAt.ShouldBeNull();
        (await engine.Desk.CancelAsync(run.Id, "ada", Stop)).Status.ShouldBe(RunStatus.Cancelled);
        await engine.Time.AdvanceUntilAsync(driving, TimeSpan.FromSeconds(1));

        (await driving).Status.ShouldBe(RunStatus.Cancelled);
    }

    [Fact]
    public async Task A_bug_is_recorded_as_one_and_waits_for_a_person()
    {
        var broken = true;
        using var engine = new Engine(new OneStepKind(
            (_, _) => broken ? throw new InvalidOperationException("Off by \0 one.") : Passed()));
        var run = await engine.StartAsync(OneStepKind.Called);

        run = await engine.Loop().RunOneAsync(run.Id, Stop);

        (run.Status, run.Step, run.Signature).ShouldBe((RunStatus.Faulted, "work", "step_crashed"));
        run.Sentence.ShouldBe(
            "The step 'work' stopped on a fault of ours: InvalidOperationException: Off by \uFFFD one.");
        var crash = (await engine.EventsAsync(run.Id))[^1];
        (crash.Kind, crash.Step, crash.Attempt).ShouldBe(("step_crashed", "work", 1));
        crash.Payload.ShouldContain("System.InvalidOperationException");
        crash.Payload.ShouldContain(nameof(A_bug_is_recorded_as_one_and_waits_for_a_person));

        broken = false;
        await engine.Desk.ResumeAsync(run.Id, "ada", Stop);
        (await engine.Loop().RunOneAsync(run.Id, Stop)).Status.ShouldBe(RunStatus.Succeeded);
    }

    [Theory]
    [InlineData("decision")]
    [InlineData("payload")]
    [InlineData("event")]
    [InlineData("timeout")]
    public async Task What_a_kind_does_wrong_is_a_bug_too(string what)
    {
        using var engine = new Engine(new OneStepKind(async (context, _) =>
        {
            if (what is "event") await context.ReportAsync("run_succeeded", "{}");
            if (what is "timeout") throw new OperationCanceledException("A time-out of the step's own.");
            return what is "decision" ? new StepResult.Failed(["unforeseen"]) : new StepResult.Passed("no json");
        }));
        var run = await engine.StartAsync(OneStepKind.Called);

        run = await engine.Loop().RunOneAsync(run.Id, Stop);

        (run.Status, run.Signature).ShouldBe((RunStatus.Faulted, "step_crashed"));
    }

    [Fact]
    public async Task An_answer_is_kept_whole_whatever_characters_it_has()
    {
        const string Answer = "a\0b\u001f\"ü\U0001F600";
        var answers = new List<string>();
        using var engine = new Engine(new OneStepKind(async (context, _) =>
        {
            answers.Add(await context.Calls.OnceAsync("ask", _ => Task.FromResult(Answer)));
            return answers.Count < 2 ? throw new OutsideTrouble("Again.", new RetryRule.Now()) : new StepResult.Passed();
        }));
        var run = await engine.StartAsync(OneStepKind.Called);

        await engine.Loop().RunOneAsync(run.Id, Stop);

        answers.ShouldBe([Answer, Answer]);
    }

    private static Task<StepResult> Passed() => Task.FromResult<StepResult>(new StepResult.Passed());
}
