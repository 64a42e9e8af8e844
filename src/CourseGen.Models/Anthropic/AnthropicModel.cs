using System.Text.Json;
using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using CourseGen.Models.Http;

namespace CourseGen.Models.Anthropic;

/// <summary>Anthropic's messages, with their structured outputs, through the official client.</summary>
public sealed class AnthropicModel : IModel, IDisposable
{
    /// <summary>Where questions go when no base URL is set.</summary>
    public const string DefaultBaseUrl = "https://api.anthropic.com";

    // The protocol requires a number; this one is within what every current model may write.
    private const int MaxOutputTokens = 32_000;

    private readonly HttpClient _http;
    private readonly AnthropicClient _client;
    private readonly string _model;

    /// <param name="settings">Valid settings for this provider.</param>
    /// <param name="limits">The bounds of the connection.</param>
    /// <param name="time">The clock that a Retry-After date is read against.</param>
    public AnthropicModel(ModelSettings settings, WireLimits limits, TimeProvider time)
    {
        Identity = settings.Identify(DefaultBaseUrl);
        _model = settings.Model ?? "";
        _http = ModelWire.Connect(limits, time);

        // Everything the client would otherwise look up in the environment is given.
        _client = new AnthropicClient(new ClientOptions
        {
            HttpClient = _http,
            BaseUrl = settings.BaseUrl ?? DefaultBaseUrl,
            ApiKey = settings.Key?.Reveal(),
            AuthToken = null,
            MaxRetries = 0,
            Timeout = Timeout.InfiniteTimeSpan,
        });
    }

    /// <inheritdoc/>
    public ModelIdentity Identity { get; }

    /// <inheritdoc/>
    public async Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        try
        {
            return Reply(await _client.Messages.Create(Parameters(request), cancellation));
        }
        catch (Exception error) when (error is AnthropicException or JsonException or InvalidOperationException
            or ArgumentException or FormatException or KeyNotFoundException or NullReferenceException)
        {
            // The wire has let only well-formed JSON of a success through, so what the client trips over is its shape.
            throw new ModelException(
                ModelFault.Unavailable, Excerpt.Of($"The server does not speak Anthropic's messages: {error.Message}"), error)
            {
                UsageUnknown = true,
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    private MessageCreateParams Parameters(ModelRequest request) => new()
    {
        Model = _model,
        MaxTokens = MaxOutputTokens,
        System = request.System,
        Messages = Messages(request),
        OutputConfig = new OutputConfig { Format = new JsonOutputFormat { Schema = Schema(request.SchemaJson) } },
    };

    private static List<MessageParam> Messages(ModelRequest request)
    {
        List<MessageParam> messages = [new UserMessageParam { Content = request.User }];
        if (request.Rejected is { } rejected)
        {
            // The protocol refuses an empty turn.
            var said = string.IsNullOrWhiteSpace(rejected.Text) ? "(an empty answer)" : rejected.Text.TrimEnd();
            messages.Add(new AssistantMessageParam { Content = said });
            messages.Add(new UserMessageParam { Content = rejected.Correction });
        }

        return messages;
    }

    private static Dictionary<string, JsonElement> Schema(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static ModelReply Reply(Message message)
    {
        var usage = UsageOf(message.Usage);
        return message.StopReason?.Value() switch
        {
            StopReason.Refusal => throw new ModelException(ModelFault.Refused, "The model refuses.") { Usage = usage },
            StopReason.MaxTokens or StopReason.ModelContextWindowExceeded =>
                throw new ModelException(ModelFault.Truncated, "The answer was cut off at the output limit.") { Usage = usage },
            _ => new ModelReply(string.Concat(message.Content.Select(Text)), usage),
        };
    }

    private static string Text(ContentBlock block) => block.TryPickText(out var text) ? text.Text : "";

    // Anthropic counts what was read from and written to its cache apart from the other input.
    private static TokenUsage UsageOf(Usage usage)
    {
        var cached = usage.CacheReadInputTokens ?? 0;
        return new TokenUsage(
            usage.InputTokens + cached + (usage.CacheCreationInputTokens ?? 0), usage.OutputTokens, cached);
    }
}
