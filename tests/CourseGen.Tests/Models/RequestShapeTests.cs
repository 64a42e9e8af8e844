using System.Text.Json;
using CourseGen.Models;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Models;

/// <summary>What each provider is sent.</summary>
public sealed class RequestShapeTests
{
    [Fact]
    public async Task Chat_completions_get_a_strict_schema_and_no_stream()
    {
        var request = await SentAsync(new ChatCompletions());
        request.GetProperty("model").GetString().ShouldBe("test-model");
        request.TryGetProperty("stream", out _).ShouldBeFalse();
        var schema = request.GetProperty("response_format").GetProperty("json_schema");
        schema.GetProperty("strict").GetBoolean().ShouldBeTrue();
        schema.GetProperty("name").GetString().ShouldBe("Greeting");
        schema.GetProperty("schema").GetRawText().ShouldBe(AnswerSchema.Of<Greeting>().Json);
        request.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString())
            .ShouldBe(["system", "user"]);
    }

    [Fact]
    public async Task Messages_get_the_schema_as_their_output_format()
    {
        var request = await SentAsync(new Messages());
        request.GetProperty("model").GetString().ShouldBe("test-model");
        request.GetProperty("max_tokens").GetInt32().ShouldBe(32_000);
        request.TryGetProperty("stream", out _).ShouldBeFalse();
        var format = request.GetProperty("output_config").GetProperty("format");
        format.GetProperty("type").GetString().ShouldBe("json_schema");
        format.GetProperty("schema").GetRawText().ShouldBe(AnswerSchema.Of<Greeting>().Json);
        request.GetProperty("system").GetString().ShouldNotBeNull().ShouldStartWith("Greet.");
    }

    private static async Task<JsonElement> SentAsync(Protocol protocol)
    {
        await using var server = new MisbehavingModel(protocol, Behaviours.Says(Greeting.Good));
        var model = Asking.Open(server, protocol.Provider);
        using var connection = (IDisposable)model;
        var gateway = new ModelGateway(model, Asking.Patient(protocol.Provider), TimeProvider.System);
        var asked = await Asked.OfAsync(gateway, server, TestContext.Current.CancellationToken);
        return asked.Requests.ShouldHaveSingleItem();
    }
}
