using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CourseGen.Models;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Models;

/// <summary>A span and metrics a request, by the conventions, and no content unless asked for.</summary>
public sealed class ModelTelemetryTests : IDisposable
{
    // Other tests call models at the same time; this test's calls have a name of their own.
    private const string Role = "telemetry-test";

    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<(string Name, double Value, string? Kind)> _measured = new();
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();

    public ModelTelemetryTests()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == ModelTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.GetTagItem("coursegen.question.role") is Role) _spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ModelTelemetry.Name) listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _meters.Start();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
    }

    [Fact]
    public async Task A_request_is_a_span_with_its_tokens_and_without_its_text()
    {
        var model = new ScriptedAnswers((_, _) => Task.FromResult(new ModelReply(Greeting.Good, new TokenUsage(1234, 56, 0))));

        await Gateway(model).AskAsync(Asking.Question with { Role = Role }, Stop);

        var span = _spans.ShouldHaveSingleItem();
        (span.DisplayName, span.Kind).ShouldBe(("chat test-model", ActivityKind.Client));
        Tag(span, "gen_ai.operation.name").ShouldBe("chat");
        Tag(span, "gen_ai.provider.name").ShouldBe("test");
        Tag(span, "gen_ai.request.model").ShouldBe("test-model");
        Tag(span, "gen_ai.usage.input_tokens").ShouldBe(1234L);
        Tag(span, "gen_ai.usage.output_tokens").ShouldBe(56L);
        span.TagObjects.ShouldNotContain(tag => $"{tag.Value}".Contains("hello", StringComparison.OrdinalIgnoreCase));
        _measured.ShouldContain(("gen_ai.client.token.usage", 1234, "input"));
        _measured.ShouldContain(("gen_ai.client.token.usage", 56, "output"));
        _measured.ShouldContain(one => one.Name == "gen_ai.client.operation.duration");
    }

    [Fact]
    public async Task What_was_asked_and_answered_is_told_when_asked_for()
    {
        var gateway = Gateway(ScriptedAnswers.Always(Greeting.Good), content: true);

        await gateway.AskAsync(Asking.Question with { Role = Role }, Stop);

        var span = _spans.ShouldHaveSingleItem();
        $"{Tag(span, "gen_ai.input.messages")}".ShouldContain("Say hello.");
        Tag(span, "gen_ai.output.messages").ShouldBe(Greeting.Good);
    }

    [Fact]
    public async Task Every_failed_try_is_a_span_of_its_own_with_its_code()
    {
        var model = new ScriptedAnswers((_, _) => throw new ModelException(ModelFault.RateLimited, "slower, please"));

        await Should.ThrowAsync<ModelException>(Gateway(model).AskAsync(Asking.Question with { Role = Role }, Stop));

        _spans.Select(span => Tag(span, "error.type")).ShouldBe(["model_rate_limited", "model_rate_limited", "model_rate_limited"]);
        _spans.ShouldAllBe(span => span.Status == ActivityStatusCode.Error);
    }

    private static ModelGateway Gateway(IModel model, bool content = false) =>
        new(model, Asking.Patient("test") with { CaptureContent = content }, TimeProvider.System);

    private static object? Tag(Activity span, string name) => span.GetTagItem(name);

    private void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string? kind = null;
        foreach (var tag in tags) kind = tag.Key == "gen_ai.token.type" ? (string?)tag.Value : kind;
        _measured.Enqueue((instrument.Name, value, kind));
    }
}
