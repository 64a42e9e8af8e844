using System.Text.Json;
using CourseGen.Models;

namespace CourseGen.Tests.Models;

/// <summary>How a provider words things. Every answer takes 100 tokens in, 40 of them cached, and 20 out.</summary>
internal abstract class Protocol
{
    public abstract string Provider { get; }

    public abstract string BasePath { get; }

    public abstract string Refusal { get; }

    public abstract string Truncated { get; }

    public abstract string Answer(string answer);

    public static string Json(object value) => JsonSerializer.Serialize(value);
}

/// <summary>OpenAI's chat completions.</summary>
internal sealed class ChatCompletions : Protocol
{
    public override string Provider => ModelSettings.OpenAi;

    public override string BasePath => "/v1";

    public override string Refusal => Completion(new { role = "assistant", content = (string?)null, refusal = "I would rather not." }, "stop");

    public override string Truncated => Completion(new { role = "assistant", content = "{\"te" }, "length");

    public override string Answer(string answer) => Completion(new { role = "assistant", content = answer }, "stop");

    private static string Completion(object message, string reason) => Json(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_700_000_000,
        model = "test-model",
        choices = new[] { new { index = 0, message, finish_reason = reason } },
        usage = new
        {
            prompt_tokens = 100,
            completion_tokens = 20,
            total_tokens = 120,
            prompt_tokens_details = new { cached_tokens = 40 },
        },
    });
}

/// <summary>Anthropic's messages.</summary>
internal sealed class Messages : Protocol
{
    public override string Provider => ModelSettings.Anthropic;

    public override string BasePath => "";

    public override string Refusal => Message("", "refusal");

    public override string Truncated => Message("{\"te", "max_tokens");

    public override string Answer(string answer) => Message(answer, "end_turn");

    private static string Message(string text, string reason) => Json(new
    {
        id = "msg_1",
        type = "message",
        role = "assistant",
        model = "test-model",
        content = text.Length == 0 ? [] : new[] { new { type = "text", text } },
        stop_reason = reason,
        stop_sequence = (string?)null,
        usage = new { input_tokens = 50, output_tokens = 20, cache_read_input_tokens = 40, cache_creation_input_tokens = 10 },
    });
}
