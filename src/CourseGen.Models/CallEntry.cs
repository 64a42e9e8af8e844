using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseGen.Models;

/// <summary>What a ledger stores for a call: the accepted answer as it came, and its account.</summary>
internal sealed record CallEntry(
    [property: JsonPropertyName("format")] int Format,
    [property: JsonPropertyName("call")] CallRecord Call,
    [property: JsonPropertyName("answer")] JsonElement Answer)
{
    private const int CurrentFormat = 1;

    public static string Write(CallRecord call, string answer)
    {
        using var document = JsonDocument.Parse(answer, StrictJson.Document);
        return JsonSerializer.Serialize(new CallEntry(CurrentFormat, call, document.RootElement), StrictJson.Options);
    }

    /// <summary>The accepted answer of an entry, as it came.</summary>
    public static string AnswerOf(string entry)
    {
        using var document = JsonDocument.Parse(entry, StrictJson.Document);
        return document.RootElement.GetProperty("answer").GetRawText();
    }

    /// <exception cref="InvalidDataException">The ledger returned something else than was written.</exception>
    public static Answer<T> Read<T>(string entry)
    {
        try
        {
            var read = JsonSerializer.Deserialize<CallEntry>(entry, StrictJson.Options);
            if (read is null || read.Format != CurrentFormat)
                throw new InvalidDataException($"A recorded call has the format {read?.Format}; this version reads {CurrentFormat}.");
            return new Answer<T>(read.Answer.Deserialize<T>(StrictJson.Options)!, read.Call);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("A recorded call cannot be read.", error);
        }
    }
}
