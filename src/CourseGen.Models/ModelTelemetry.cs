using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CourseGen.Models;

/// <summary>
/// Spans and metrics of calls to models, named by OpenTelemetry's semantic conventions for generative AI clients. What
/// was asked and answered is left out unless <see cref="GatewaySettings.CaptureContent"/> asks for it.
/// </summary>
public static class ModelTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "CourseGen.Models";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<long> Tokens = Meter.CreateHistogram<long>(
        "gen_ai.client.token.usage", "{token}", "Tokens of one request, by kind.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "gen_ai.client.operation.duration", "s", "Time of one request.");

    /// <summary>Opens the span of one request; null when nobody listens.</summary>
    internal static Activity? Start(ModelIdentity identity, ModelRequest request, bool content)
    {
        var span = Source.StartActivity($"chat {identity.Model}", ActivityKind.Client, default(ActivityContext), Base(identity));
        if (span is null) return null;
        var id = request.Question;
        span.SetTag("coursegen.question.role", id.Role).SetTag("coursegen.question.subject", id.Subject).SetTag("coursegen.question.attempt", id.Attempt);
        if (content) span.SetTag("gen_ai.system_instructions", request.System).SetTag("gen_ai.input.messages", request.User);
        return span;
    }

    /// <summary>Ends the span of a request that was answered.</summary>
    internal static void Answered(Activity? span, ModelIdentity identity, ModelReply reply, TimeSpan took, bool content)
    {
        Duration.Record(took.TotalSeconds, Base(identity));
        Count(span, identity, reply.Usage);
        if (content) span?.SetTag("gen_ai.output.messages", reply.Json);
    }

    /// <summary>Ends the span of a request that failed.</summary>
    /// <param name="code">A code of <see cref="ModelFaults"/>, or <see cref="CallOutcomes.Cancelled"/>.</param>
    internal static void Failed(Activity? span, ModelIdentity identity, string code, TokenUsage? usage, TimeSpan took)
    {
        Duration.Record(took.TotalSeconds, [.. Base(identity), new("error.type", code)]);
        Count(span, identity, usage);
        span?.SetTag("error.type", code).SetStatus(ActivityStatusCode.Error);
    }

    private static void Count(Activity? span, ModelIdentity identity, TokenUsage? usage)
    {
        if (usage is null) return;
        Tokens.Record(usage.In, [.. Base(identity), new("gen_ai.token.type", "input")]);
        Tokens.Record(usage.Out, [.. Base(identity), new("gen_ai.token.type", "output")]);
        span?.SetTag("gen_ai.usage.input_tokens", usage.In).SetTag("gen_ai.usage.output_tokens", usage.Out);
    }

    private static KeyValuePair<string, object?>[] Base(ModelIdentity identity) =>
    [
        new("gen_ai.operation.name", "chat"),
        new("gen_ai.provider.name", identity.Provider),
        new("gen_ai.request.model", identity.Model),
    ];
}
