using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using CourseGen.Models.Http;
using OpenAI;
using OpenAI.Chat;

namespace CourseGen.Models.OpenAi;

/// <summary>OpenAI, or any server that speaks its chat completions, through the official client.</summary>
public sealed class OpenAiModel : IModel, IDisposable
{
    /// <summary>Where questions go when no base URL is set.</summary>
    public const string DefaultBaseUrl = "https://api.openai.com/v1";

    // Servers on one's own machine ask for no key, but the client wants one.
    private const string NoKey = "none";

    private readonly HttpClient _http;
    private readonly ChatClient _client;

    /// <param name="settings">Valid settings for this provider.</param>
    /// <param name="limits">The bounds of the connection.</param>
    /// <param name="time">The clock that a Retry-After date is read against.</param>
    public OpenAiModel(ModelSettings settings, WireLimits limits, TimeProvider time)
    {
        Identity = settings.Identify(DefaultBaseUrl);
        _http = ModelWire.Connect(limits, time);
        _client = new ChatClient(settings.Model, new ApiKeyCredential(settings.Key?.Reveal() ?? NoKey), new OpenAIClientOptions
        {
            Endpoint = new Uri(settings.BaseUrl ?? DefaultBaseUrl),
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
    }

    /// <inheritdoc/>
    public ModelIdentity Identity { get; }

    /// <inheritdoc/>
    public async Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        try
        {
            ChatCompletion completion = await _client.CompleteChatAsync(Messages(request), Options(request), cancellation);
            return Reply(completion);
        }
        catch (Exception error) when (error is ClientResultException or JsonException or InvalidOperationException
            or ArgumentException or FormatException or KeyNotFoundException or NullReferenceException)
        {
            // The wire has let only well-formed JSON of a success through, so what the client trips over is its shape.
            throw new ModelException(
                ModelFault.Unavailable, Excerpt.Of($"The server does not speak chat completions: {error.Message}"), error)
            {
                UsageUnknown = true,
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static List<ChatMessage> Messages(ModelRequest request)
    {
        List<ChatMessage> messages = [new SystemChatMessage(request.System), new UserChatMessage(request.User)];
        if (request.Rejected is { } rejected)
            messages.AddRange([new AssistantChatMessage(rejected.Text), new UserChatMessage(rejected.Correction)]);
        return messages;
    }

    private static ChatCompletionOptions Options(ModelRequest request) => new()
    {
        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
            request.SchemaName, BinaryData.FromString(request.SchemaJson), jsonSchemaIsStrict: true),
    };

    private static ModelReply Reply(ChatCompletion completion)
    {
        var usage = completion.Usage is { } tokens
            ? new TokenUsage(tokens.InputTokenCount, tokens.OutputTokenCount, tokens.InputTokenDetails?.CachedTokenCount ?? 0)
            : null;
        if (completion.Refusal is { Length: > 0 } refusal)
            throw new ModelException(ModelFault.Refused, Excerpt.Of($"The model refuses: {refusal}")) { Usage = usage };
        return completion.FinishReason switch
        {
            ChatFinishReason.ContentFilter =>
                throw new ModelException(ModelFault.Refused, "The provider's filter stopped the answer.") { Usage = usage },
            ChatFinishReason.Length =>
                throw new ModelException(ModelFault.Truncated, "The answer was cut off at the output limit.") { Usage = usage },
            _ => new ModelReply(string.Concat(completion.Content.Select(part => part.Text)), usage),
        };
    }
}
