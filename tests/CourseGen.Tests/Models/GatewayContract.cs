using System.Diagnostics;
using CourseGen.Models;
using CourseGen.Models.Http;
using Shouldly;
using Xunit;
using static CourseGen.Tests.Models.Behaviours;

namespace CourseGen.Tests.Models;

/// <summary>What the gateway guarantees whatever the server does; every provider passes it.</summary>
public abstract class GatewayContract
{
    private const string WrongShape = """{"text":"hello","stars":"many"}""";

    private protected abstract Protocol Protocol { get; }

    [Fact]
    public async Task A_good_answer_is_returned_and_accounted_for()
    {
        var asked = await AskAsync([Says(Greeting.Good)]);
        asked.Answer!.Value.ShouldBe(new Greeting("hello", 3));
        var call = asked.Answer.Call;
        (call.Role, call.Subject, call.Attempt).ShouldBe(("authoring_runtime.reference", "course", 1));
        (call.Provider, call.Model, call.Recorded, call.Outcome).ShouldBe((Protocol.Provider, "test-model", false, "answered"));
        (call.TokensIn, call.TokensOut, call.TokensCached, call.Cost).ShouldBe((100, 20, 40, Asking.OnePrice));
        (call.Tries, call.FedBack).ShouldBe((1, false));
        asked.Charged.ShouldBe([call]);
    }

    [Theory]
    [InlineData(WrongShape, "$.stars: must be integer, is string")]
    [InlineData("""{"text":"hello","stars":3,"extra":1}""", "unknown member 'extra'")]
    [InlineData("""{"text":"hello"}""", "lacks the member 'stars'")]
    [InlineData("""{"text":null,"stars":3}""", "$.text: must be string, is null")]
    [InlineData("""{"text":"hello","stars":9}""", "stars: at most 5")]
    [InlineData("""{"text":"a","text":"b","stars":3}""", "text")]
    [InlineData("Here you are: {}", "$: ")]
    public async Task Errors_are_fed_back_once_and_the_corrected_answer_is_taken(string first, string told)
    {
        var asked = await AskAsync([Says(first), Says(Greeting.Good)]);
        asked.Answer!.Value.Stars.ShouldBe(3);
        var call = asked.Answer.Call;
        (call.Tries, call.FedBack, call.TokensIn, call.Cost).ShouldBe((2, true, 200, 2 * Asking.OnePrice));
        asked.Requests.Count.ShouldBe(2);
        var messages = asked.Requests[1].GetProperty("messages").EnumerateArray().ToList();
        messages[^2].GetRawText().ShouldContain("assistant");
        messages[^1].GetProperty("content").ToString().ShouldContain(told);
    }

    [Fact]
    public async Task A_second_answer_that_does_not_fit_is_malformed()
    {
        var asked = await AskAsync([Says(WrongShape)]);
        asked.ShouldFail(ModelFault.Malformed, AnswerRetry.Never, tries: 2);
        asked.Fault!.Message.ShouldContain("$.stars");
        (asked.Fault.Call!.FedBack, asked.Fault.Call.TokensOut, asked.Fault.Call.Cost).ShouldBe((true, 40, 2 * Asking.OnePrice));
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again_and_is_paid_for()
    {
        var asked = await AskAsync([Refuses]);
        asked.ShouldFail(ModelFault.Refused, AnswerRetry.Never, tries: 1);
        asked.Fault!.Call!.Cost.ShouldBe(Asking.OnePrice);
    }

    [Fact]
    public async Task An_answer_cut_off_at_the_output_limit_is_not_taken_for_an_answer()
    {
        var asked = await AskAsync([IsCutOff]);
        asked.ShouldFail(ModelFault.Truncated, AnswerRetry.Never, tries: 1);
        asked.Fault!.Call!.TokensIn.ShouldBe(100);
    }

    [Fact]
    public async Task Retry_After_is_waited_for()
    {
        var asked = await AskAsync([Fails(429, "Retry-After: 1\r\n"), Says(Greeting.Good)]);
        asked.Answer!.Call.Tries.ShouldBe(2);
        asked.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(950));
        asked.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1) + Asking.Slack);
        asked.Answer.Call.Cost.ShouldBe(Asking.OnePrice);
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_deadline_is_handed_to_the_caller_at_once()
    {
        var asked = await AskAsync([Fails(429, "Retry-After: 3600\r\n")]);
        asked.ShouldFail(ModelFault.RateLimited, AnswerRetry.AfterDelay, tries: 1);
        asked.Fault!.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        asked.Elapsed.ShouldBeLessThan(Asking.Slack);
    }

    [Fact]
    public async Task Server_errors_are_tried_again()
    {
        var asked = await AskAsync([Fails(500), Fails(503), Says(Greeting.Good)]);
        asked.Answer!.Call.Tries.ShouldBe(3);
    }

    [Theory]
    [InlineData(500, ModelFault.Unavailable, 3)]
    [InlineData(529, ModelFault.Unavailable, 3)]
    [InlineData(401, ModelFault.Unauthorized, 1)]
    [InlineData(404, ModelFault.BadRequest, 1)]
    [InlineData(302, ModelFault.BadRequest, 1)]
    [InlineData(413, ModelFault.TooLarge, 1)]
    public async Task Each_status_has_its_kind_and_its_tries(int status, ModelFault kind, int tries)
    {
        var asked = await AskAsync([Fails(status, "Location: http://127.0.0.1:1/\r\n")]);
        asked.ShouldFail(kind, ModelFaults.RetryOf(kind), tries);
        (asked.Fault!.Call!.TokensIn, asked.Fault.Call.Cost).ShouldBe((0, 0m));
        asked.Fault.ToString().ShouldNotContain("secret-key");
        asked.Fault.Message.Contains(ErrorText, StringComparison.Ordinal)
            .ShouldBe(kind != ModelFault.Unauthorized, "what is said about a key may quote it");
    }

    [Fact]
    public Task A_server_that_accepts_and_says_nothing_is_left_at_the_deadline() => ShouldTimeOutAsync(Silent);

    [Fact]
    public Task A_byte_a_second_is_left_at_the_deadline() => ShouldTimeOutAsync(Drips(Greeting.Good));

    [Fact]
    public Task An_answer_after_the_deadline_is_no_answer() =>
        ShouldTimeOutAsync(Late(Asking.Deadline * 2, Greeting.Good));

    [Fact]
    public async Task An_endless_body_is_cut_at_the_limit()
    {
        var asked = await AskAsync([Endless], limits: new WireLimits { LargestBodyBytes = 1024 * 1024 });
        asked.ShouldFail(ModelFault.TooLarge, AnswerRetry.Never, tries: 1);
        asked.Fault!.Call!.Cost.ShouldBeNull();
        asked.Elapsed.ShouldBeLessThan(Asking.Slack);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_tried_again()
    {
        var asked = await AskAsync([ClosesMidBody(Greeting.Good), Says(Greeting.Good)]);
        (asked.Answer!.Call.Tries, asked.Answer.Call.Cost).ShouldBe((2, null));
    }

    [Fact]
    public async Task Bodies_that_always_break_off_make_the_server_unavailable()
    {
        var asked = await AskAsync([ClosesMidBody(Greeting.Good)]);
        asked.ShouldFail(ModelFault.Unavailable, AnswerRetry.AfterDelay, tries: 3);
        asked.Fault!.Call!.Cost.ShouldBeNull("a success had begun");
    }

    [Theory]
    [InlineData(Html)]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"choices":[],"content":null}""")]
    [InlineData("""{"error":{"message":"upstream is down"}}""")]
    public async Task A_server_that_does_not_speak_the_protocol_is_unavailable(string body)
    {
        var asked = await AskAsync([Body(_ => body)]);
        asked.ShouldFail(ModelFault.Unavailable, AnswerRetry.AfterDelay, tries: 3);
        asked.Fault!.Call!.Cost.ShouldBeNull("a success had begun");
    }

    [Fact]
    public async Task A_good_answer_of_five_megabytes_succeeds()
    {
        var text = string.Concat(Enumerable.Repeat("line \"of\" code\n", 5 * 1024 * 1024 / 15));
        var asked = await AskAsync([Says(Protocol.Json(new { text, stars = 1 }))]);
        asked.Answer!.Value.Text.ShouldBe(text);
    }

    [Fact]
    public async Task Cancelling_ends_the_call_at_once()
    {
        await using var server = new MisbehavingModel(Protocol, Silent);
        var model = Asking.Open(server, Protocol.Provider);
        using var connection = (IDisposable)model;
        var gateway = new ModelGateway(model, Asking.Patient(Protocol.Provider), TimeProvider.System);
        var bill = new Bill();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var watch = Stopwatch.StartNew();
        await Should.ThrowAsync<OperationCanceledException>(gateway.AskAsync(Asking.Question, new MemoryLedger(), bill, cancel.Token));
        watch.Elapsed.ShouldBeLessThan(Asking.Slack);
        bill.Charged.Select(call => (call.Outcome, call.Cost)).ShouldBe([(CallOutcomes.Cancelled, null)]);
    }

    private async Task ShouldTimeOutAsync(Behaviour behaviour)
    {
        var settings = Asking.Patient(Protocol.Provider) with { Deadline = Asking.Deadline };
        var asked = await AskAsync([behaviour], settings);
        asked.ShouldFail(ModelFault.TimedOut, AnswerRetry.AfterDelay, tries: 1);
        asked.Elapsed.ShouldBeInRange(Asking.Deadline * 0.9, Asking.Deadline + Asking.Slack);
        asked.Fault!.Call!.Cost.ShouldBeNull("the provider may have charged for it");
    }

    private async Task<Asked> AskAsync(Behaviour[] behaviours, GatewaySettings? settings = null, WireLimits? limits = null)
    {
        await using var server = new MisbehavingModel(Protocol, behaviours);
        var model = Asking.Open(server, Protocol.Provider, limits);
        using var connection = (IDisposable)model;
        var gateway = new ModelGateway(model, settings ?? Asking.Patient(Protocol.Provider), TimeProvider.System);
        return await Asked.OfAsync(gateway, server, TestContext.Current.CancellationToken);
    }
}

/// <summary>The contract, with OpenAI's chat completions.</summary>
public sealed class OpenAiGatewayTests : GatewayContract
{
    private protected override Protocol Protocol { get; } = new ChatCompletions();
}

/// <summary>The contract, with Anthropic's messages.</summary>
public sealed class AnthropicGatewayTests : GatewayContract
{
    private protected override Protocol Protocol { get; } = new Messages();
}
