namespace CourseGen.Models;

/// <summary>
/// A provider of answers: OpenAI-compatible, Anthropic or recorded. It makes one try at one question; deadline,
/// retries, parsing and accounting are the <see cref="ModelGateway"/>'s and the same for all of them.
/// </summary>
public interface IModel
{
    /// <summary>Who answers, and with which configuration.</summary>
    ModelIdentity Identity { get; }

    /// <summary>Asks once.</summary>
    /// <exception cref="ModelException">No usable reply came; the kind says why, and whether asking again can help.</exception>
    Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation);
}

/// <summary>Who answers.</summary>
/// <param name="Provider">"openai", "anthropic" or "recorded".</param>
/// <param name="Model">The model's name, as the provider knows it.</param>
/// <param name="Label">For people, such as "recorded answers, no model was called".</param>
/// <param name="ConfigurationHash">Hash of everything configured that shapes an answer; never of a key.</param>
/// <param name="Recorded">Whether the answers are files, and no model is called.</param>
public sealed record ModelIdentity(
    string Provider, string Model, string Label, string ConfigurationHash, bool Recorded);

/// <summary>One question as a provider sees it.</summary>
/// <param name="Question">Which question this is.</param>
/// <param name="System">Instructions.</param>
/// <param name="User">Fenced data.</param>
/// <param name="SchemaName">Name of the schema: letters, digits, '_' and '-', at most 64.</param>
/// <param name="SchemaJson">JSON schema of the answer, in the strict dialect (see <see cref="AnswerSchema"/>).</param>
public sealed record ModelRequest(
    QuestionId Question, string System, string User, string SchemaName, string SchemaJson)
{
    /// <summary>The answer that was not accepted, when this request asks for a corrected one.</summary>
    public RejectedAnswer? Rejected { get; init; }
}

/// <summary>An answer that was not accepted, and what the model is told about it.</summary>
public sealed record RejectedAnswer(string Text, string Correction);

/// <summary>What a provider got.</summary>
/// <param name="Json">The raw text of the answer; not yet known to be JSON.</param>
/// <param name="Usage">What it took; null when the provider did not say.</param>
public sealed record ModelReply(string Json, TokenUsage? Usage);

/// <summary>Tokens of one exchange.</summary>
/// <param name="In">All tokens read, cached ones too.</param>
/// <param name="Out">Tokens written.</param>
/// <param name="Cached">Those of <paramref name="In"/> that came from the provider's cache.</param>
public sealed record TokenUsage(long In, long Out, long Cached)
{
    /// <summary>Nothing was read or written.</summary>
    public static TokenUsage None { get; } = new(0, 0, 0);

    /// <summary>The sum of two exchanges.</summary>
    public TokenUsage Plus(TokenUsage other) => new(In + other.In, Out + other.Out, Cached + other.Cached);
}
