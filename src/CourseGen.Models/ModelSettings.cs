using CourseGen.Models.Anthropic;
using CourseGen.Models.Http;
using CourseGen.Models.OpenAi;
using CourseGen.Models.Recorded;

namespace CourseGen.Models;

/// <summary>Which model answers. Everything but the key comes from options; the key from the environment.</summary>
public sealed record ModelSettings
{
    /// <summary>OpenAI, and servers that speak its protocol.</summary>
    public const string OpenAi = "openai";

    /// <summary>Anthropic.</summary>
    public const string Anthropic = "anthropic";

    /// <summary>Recorded answers; no model is called.</summary>
    public const string Recorded = "recorded";

    private const string OpenAiKey = "OPENAI_API_KEY";
    private const string AnthropicKey = "ANTHROPIC_API_KEY";

    /// <summary>"openai", "anthropic" or "recorded".</summary>
    public string? Provider { get; init; }

    /// <summary>The model's name, as the provider knows it.</summary>
    public string? Model { get; init; }

    /// <summary>Where questions go; null means the provider's own address.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The folder of recorded answers.</summary>
    public string? RecordedFolder { get; init; }

    /// <summary>The provider's key.</summary>
    public ApiKey? Key { get; init; }

    /// <summary>The same, with the provider's key from the environment.</summary>
    /// <param name="environment">Looks up an environment variable; null when it is not set.</param>
    public ModelSettings WithKeyFrom(Func<string, string?> environment) =>
        KeyName is { } name && environment(name)?.Trim() is { Length: > 0 } key ? this with { Key = new ApiKey(key) } : this;

    /// <summary>What is missing or wrong, and what to set, one sentence each; empty when a model can be opened.</summary>
    public IReadOnlyList<string> Problems() => Provider switch
    {
        OpenAi or Anthropic => [.. RemoteProblems()],
        Recorded => [.. RecordedProblems()],
        null or "" => [$"No model is configured: set the provider to {OpenAi}, {Anthropic} or {Recorded}."],
        _ => [$"The provider '{Excerpt.Of(Provider)}' is unknown: set it to {OpenAi}, {Anthropic} or {Recorded}."],
    };

    /// <summary>The model that answers. It is to be disposed if it is disposable.</summary>
    /// <exception cref="ModelException">There are <see cref="Problems"/>; the message lists them.</exception>
    public IModel Open(WireLimits limits, TimeProvider time)
    {
        if (Problems() is { Count: > 0 } problems)
            throw new ModelException(ModelFault.BadRequest, string.Join(' ', problems));
        return Provider switch
        {
            OpenAi => new OpenAiModel(this, limits, time),
            Anthropic => new AnthropicModel(this, limits, time),
            _ => new RecordedModel(RecordedFolder!),
        };
    }

    internal ModelIdentity Identify(string defaultBaseUrl)
    {
        var (provider, model, url) = (Provider ?? "", Model ?? "", BaseUrl ?? defaultBaseUrl);
        var label = BaseUrl is null ? $"{provider} {model}" : $"{provider} {model} at {url}";
        // Recorded calls are found by this; the empty part belongs to what they were recorded under.
        var hash = Digest.Of(provider, model, url, "");
        return new ModelIdentity(provider, model, label, hash, Recorded: false);
    }

    private string? KeyName => Provider switch { OpenAi => OpenAiKey, Anthropic => AnthropicKey, _ => null };

    private IEnumerable<string> RemoteProblems()
    {
        if (string.IsNullOrWhiteSpace(Model))
            yield return $"The provider {Provider} needs the name of a model: set the model.";

        // A compatible server on one's own machine mostly asks for no key.
        if (Key is null && !(Provider == OpenAi && BaseUrl is not null))
            yield return $"The provider {Provider} needs a key: set the environment variable {KeyName}.";
        if (BaseUrl is not null && !(Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            yield return $"The base URL '{Excerpt.Of(BaseUrl)}' is no http or https address: set it to one, or leave it out.";
    }

    private IEnumerable<string> RecordedProblems()
    {
        if (string.IsNullOrWhiteSpace(RecordedFolder))
            yield return "Recorded answers need a folder: set the folder of recorded answers.";
        else if (!Directory.Exists(RecordedFolder))
            yield return $"There is no folder '{Excerpt.Of(RecordedFolder)}': set the folder of recorded answers to one that exists.";
        else if (!Directory.Exists(Path.Combine(RecordedFolder, RecordedModel.Answers)))
            yield return $"The folder '{Excerpt.Of(RecordedFolder)}' has no folder '{RecordedModel.Answers}' in it: set the folder of recorded answers to one that has it.";
    }
}
