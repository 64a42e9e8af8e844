using CourseGen.Models;
using CourseGen.Models.Http;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Models;

/// <summary>Missing settings are said before anything starts.</summary>
public sealed class ModelSettingsTests
{
    [Theory]
    [InlineData(null, "m", null, "No model is configured: set the provider to openai, anthropic or recorded.")]
    [InlineData("gemini", "m", null, "The provider 'gemini' is unknown: set it to openai, anthropic or recorded.")]
    [InlineData("openai", null, "http://127.0.0.1:1/v1", "The provider openai needs the name of a model: set the model.")]
    [InlineData("openai", "m", null, "The provider openai needs a key: set the environment variable OPENAI_API_KEY.")]
    [InlineData("anthropic", "m", null, "The provider anthropic needs a key: set the environment variable ANTHROPIC_API_KEY.")]
    [InlineData("anthropic", "m", "http://127.0.0.1:1", "The provider anthropic needs a key: set the environment variable ANTHROPIC_API_KEY.")]
    [InlineData("openai", "m", "ftp://x", "The base URL 'ftp://x' is no http or https address: set it to one, or leave it out.")]
    [InlineData("recorded", null, null, "Recorded answers need a folder: set the folder of recorded answers.")]
    public void What_is_missing_is_named_with_what_to_set(string? provider, string? model, string? url, string problem)
    {
        var settings = new ModelSettings { Provider = provider, Model = model, BaseUrl = url }.WithKeyFrom(_ => null);
        settings.Problems().ShouldBe([problem]);
        Should.Throw<ModelException>(() => settings.Open(new WireLimits(), TimeProvider.System)).Message.ShouldBe(problem);
    }

    [Fact]
    public void A_folder_without_answers_is_named_with_what_it_lacks()
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-answers-");
        var settings = new ModelSettings { Provider = ModelSettings.Recorded, RecordedFolder = folder.FullName };

        var before = settings.Problems();
        folder.CreateSubdirectory("answers");
        var after = settings.Problems();

        folder.Delete(recursive: true);
        before.ShouldBe([$"The folder '{folder.FullName}' has no folder 'answers' in it: set the folder of recorded answers to one that has it."]);
        after.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("openai", "OPENAI_API_KEY")]
    [InlineData("anthropic", "ANTHROPIC_API_KEY")]
    public void The_key_comes_from_the_provider_s_own_variable_and_is_never_shown(string provider, string variable)
    {
        var settings = new ModelSettings { Provider = provider, Model = "m" }
            .WithKeyFrom(name => name == variable ? " secret-key " : null);
        settings.Problems().ShouldBeEmpty();
        settings.Key!.Reveal().ShouldBe("secret-key");
        settings.ToString().ShouldNotContain("secret-key");
        var model = settings.Open(new WireLimits(), TimeProvider.System);
        using var connection = (IDisposable)model;
        model.Identity.ToString().ShouldNotContain("secret-key");
    }

    [Fact]
    public void A_compatible_server_needs_no_key() =>
        new ModelSettings { Provider = "openai", Model = "m", BaseUrl = "http://127.0.0.1:1/v1" }.Problems().ShouldBeEmpty();

    [Fact]
    public void The_configuration_hash_hangs_on_what_shapes_an_answer_and_not_on_the_key()
    {
        var settings = new ModelSettings { Provider = "openai", Model = "m", Key = new ApiKey("a") };
        Hash(settings with { Key = new ApiKey("b") }).ShouldBe(Hash(settings));
        Hash(settings with { Model = "n" }).ShouldNotBe(Hash(settings));
        Hash(settings with { BaseUrl = "http://127.0.0.1:1/v1" }).ShouldNotBe(Hash(settings));
    }

    private static string Hash(ModelSettings settings)
    {
        var model = settings.Open(new WireLimits(), TimeProvider.System);
        using var connection = (IDisposable)model;
        return model.Identity.ConfigurationHash;
    }
}
