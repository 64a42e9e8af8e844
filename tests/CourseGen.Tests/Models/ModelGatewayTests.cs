using System.Diagnostics;
using CourseGen.Models;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Models;

/// <summary>What the gateway does apart from HTTP.</summary>
public sealed class ModelGatewayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_blocks_its_thread_and_ignores_cancellation_is_left_behind()
    {
        using var release = new ManualResetEventSlim();
        var blocked = new ScriptedAnswers((_, _) =>
        {
            release.Wait(CancellationToken.None);
            return Task.FromResult(new ModelReply(Greeting.Good, null));
        });
        await ShouldTimeOutAsync(blocked);
        release.Set();
    }

    [Fact]
    public async Task A_client_that_blocks_whoever_cancels_it_is_left_behind()
    {
        using var release = new ManualResetEventSlim();
        var never = new TaskCompletionSource<ModelReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocked = new ScriptedAnswers((_, cancellation) =>
        {
            cancellation.Register(() => release.Wait(CancellationToken.None));
            return never.Task;
        });
        await ShouldTimeOutAsync(blocked);
        release.Set();
        never.SetCanceled(Cancellation);
    }

    [Fact]
    public async Task A_client_that_gives_up_by_itself_is_unavailable_and_no_cancellation()
    {
        var gateway = Gateway(new ScriptedAnswers((_, _) => throw new TaskCanceledException()));
        var fault = await Should.ThrowAsync<ModelException>(gateway.AskAsync(Asking.Question, Cancellation));
        (fault.Kind, fault.Call!.Tries).ShouldBe((ModelFault.Unavailable, 3));
    }

    [Fact]
    public async Task A_bug_is_not_tried_again_and_not_dressed_up()
    {
        var model = new ScriptedAnswers((_, _) => throw new InvalidCastException());
        await Should.ThrowAsync<InvalidCastException>(Gateway(model).AskAsync(Asking.Question, Cancellation));
        model.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_in_a_ledger_is_asked_once_and_replays_with_the_same_account()
    {
        var (model, ledger) = (ScriptedAnswers.Always(Greeting.Good), new MemoryLedger());
        var first = await Gateway(model).AskAsync(Asking.Question, ledger, Cancellation);
        var later = Gateway(model);
        var bill = new Bill();
        (await later.AskAsync(Asking.Question, ledger, bill, Cancellation)).ShouldBe(first);
        model.Calls.ShouldBe(1);
        bill.Charged.ShouldBeEmpty();
        ledger.Entries.Keys.ShouldBe([KeyOf(later, Asking.Question)]);
    }

    [Fact]
    public async Task A_failed_question_is_not_written_down()
    {
        var ledger = new MemoryLedger();
        await Should.ThrowAsync<ModelException>(
            Gateway(ScriptedAnswers.Always("{}")).AskAsync(Asking.Question, ledger, Cancellation));
        ledger.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ledger_that_returns_something_else_is_our_fault_and_said_so()
    {
        var ledger = new MemoryLedger();
        var gateway = Gateway(ScriptedAnswers.Always(Greeting.Good));
        ledger.Entries[KeyOf(gateway, Asking.Question)] = """{"format":1}""";
        await Should.ThrowAsync<InvalidDataException>(gateway.AskAsync(Asking.Question, ledger, Cancellation));
    }

    [Fact]
    public void The_key_hangs_on_everything_that_shapes_the_answer_and_on_nothing_else()
    {
        var gateway = Gateway(ScriptedAnswers.Always(""));
        var question = Asking.Question;
        KeyOf(gateway, question with { Validate = _ => ["never"] }).ShouldBe(KeyOf(gateway, question));
        string[] keys =
        [
            KeyOf(gateway, question),
            KeyOf(gateway, question with { Role = "other" }),
            KeyOf(gateway, question with { Subject = "other" }),
            KeyOf(gateway, question with { Attempt = 2 }),
            KeyOf(gateway, question with { Instructions = "Greet!" }),
            KeyOf(gateway, question with { Data = [new DataSection("brief", "Say hello!")] }),
            KeyOf(gateway, new Question<Other> { Role = question.Role, Subject = question.Subject, Instructions = "Greet.", Data = question.Data }),
            KeyOf(Gateway(new ScriptedAnswers((_, _) => throw new InvalidCastException(), configuration: "c2")), question),
        ];
        keys.Distinct().Count().ShouldBe(keys.Length);

        // Recorded calls are found again by it: when this changes, runs under way pay for their questions once more.
        keys[0].ShouldBe("d19a4c1991f87d2afbc23dbea51a7c702e385d2c3663e2f166cb890b2200b4f1");
    }

    [Fact]
    public async Task A_recorded_answer_that_does_not_fit_is_not_read_again()
    {
        var model = new ScriptedAnswers((_, _) => Task.FromResult(new ModelReply("{}", TokenUsage.None)), recorded: true);
        var fault = await Should.ThrowAsync<ModelException>(Gateway(model).AskAsync(Asking.Question, Cancellation));
        (fault.Kind, model.Calls, fault.Call!.Cost).ShouldBe((ModelFault.Malformed, 1, 0m));
    }

    [Fact]
    public async Task An_answer_over_the_limit_is_fed_back_and_refused()
    {
        var settings = Asking.Patient("test") with { LargestAnswerBytes = 10 };
        var gateway = new ModelGateway(ScriptedAnswers.Always(Greeting.Good), settings, TimeProvider.System);
        var fault = await Should.ThrowAsync<ModelException>(gateway.AskAsync(Asking.Question, Cancellation));
        fault.Message.ShouldContain("longer than 10 bytes");
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 4)]
    public void The_back_off_doubles_up_to_four_seconds(int retry, int seconds) =>
        new GatewaySettings().BackOffBefore(retry).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void An_unknown_model_has_no_cost() =>
        new PriceTable([]).CostOf("openai", "unheard-of", new TokenUsage(1, 1, 0)).ShouldBeNull();

    [Theory]
    [InlineData("../up", "course", 1)]
    [InlineData("role", "a/b", 1)]
    [InlineData("role", ".hidden", 1)]
    [InlineData("role", "", 1)]
    [InlineData("role", "course", 0)]
    public void A_question_is_named_by_plain_names(string role, string subject, int attempt) =>
        Should.Throw<ArgumentException>(() => new QuestionId(role, subject, attempt));

    private static async Task ShouldTimeOutAsync(ScriptedAnswers model)
    {
        var settings = new GatewaySettings { Deadline = Asking.Deadline };
        var watch = Stopwatch.StartNew();
        var fault = await Should.ThrowAsync<ModelException>(
            new ModelGateway(model, settings, TimeProvider.System).AskAsync(Asking.Question, Cancellation));
        fault.Kind.ShouldBe(ModelFault.TimedOut);
        watch.Elapsed.ShouldBeLessThan(Asking.Deadline + Asking.Slack);
    }

    private static string KeyOf<T>(ModelGateway gateway, Question<T> question) => PreparedQuestion.Of(question, gateway.Identity).Key;

    private static ModelGateway Gateway(IModel model) => new(model, Asking.Patient("test"), TimeProvider.System);

    private sealed record Other(string Text, int Stars);
}
