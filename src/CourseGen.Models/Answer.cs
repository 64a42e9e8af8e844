using System.Text.Json.Serialization;

namespace CourseGen.Models;

/// <summary>An accepted answer and what it took.</summary>
public sealed record Answer<T>(T Value, CallRecord Call)
{
    /// <summary>Why the answer is not in the folder that answers are kept in, in a sentence; null when it is, or when none was named.</summary>
    public string? NotKept { get; init; }
}

/// <summary>
/// The account of one question: every exchange with the model that it took, a correction and failed tries included.
/// It is stored with the answer, so its JSON names are written out.
/// </summary>
/// <param name="Role">Who asked.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="Attempt">Which attempt of the step asked.</param>
/// <param name="Provider">Who answered.</param>
/// <param name="Model">Which model.</param>
/// <param name="PromptHash">Hash of the prompt.</param>
/// <param name="SchemaHash">Hash of the answer's schema.</param>
/// <param name="ConfigurationHash">Hash of the provider's configuration.</param>
/// <param name="TokensIn">Tokens read, cached ones too; as far as the provider told.</param>
/// <param name="TokensOut">Tokens written; as far as the provider told.</param>
/// <param name="TokensCached">Those of <paramref name="TokensIn"/> that were cached.</param>
/// <param name="Cost">In the price table's currency; null when the price or the tokens are not known.</param>
/// <param name="Wall">How long it took.</param>
/// <param name="Recorded">Whether the answer is a file, and no model was called.</param>
/// <param name="Tries">Requests made, retries and the correction included.</param>
/// <param name="FedBack">Whether a first answer was not accepted and its errors were fed back.</param>
/// <param name="Outcome">"answered", "cancelled", or the code of the <see cref="ModelFault"/>.</param>
public sealed record CallRecord(
    [property: JsonPropertyName("role")] string Role,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("attempt")] int Attempt,
    [property: JsonPropertyName("provider")] string Provider,
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("prompt_hash")] string PromptHash,
    [property: JsonPropertyName("schema_hash")] string SchemaHash,
    [property: JsonPropertyName("configuration_hash")] string ConfigurationHash,
    [property: JsonPropertyName("tokens_in")] long TokensIn,
    [property: JsonPropertyName("tokens_out")] long TokensOut,
    [property: JsonPropertyName("tokens_cached")] long TokensCached,
    [property: JsonPropertyName("cost")] decimal? Cost,
    [property: JsonPropertyName("wall")] TimeSpan Wall,
    [property: JsonPropertyName("recorded")] bool Recorded,
    [property: JsonPropertyName("tries")] int Tries,
    [property: JsonPropertyName("fed_back")] bool FedBack,
    [property: JsonPropertyName("outcome")] string Outcome);
