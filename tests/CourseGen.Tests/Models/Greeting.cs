using CourseGen.Models;
using CourseGen.Models.Http;

namespace CourseGen.Tests.Models;

/// <summary>The answer that the tests ask for.</summary>
internal sealed record Greeting(string Text, int Stars)
{
    public const string Good = """{"text":"hello","stars":3}""";
}

/// <summary>What the tests ask, and whom.</summary>
internal static class Asking
{
    public static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(500);

    /// <summary>Well over any time that a busy machine adds, well under any time that a server could hold us.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    public static Question<Greeting> Question => new()
    {
        Role = "authoring_runtime.reference",
        Subject = "course",
        Instructions = "Greet.",
        Data = [new DataSection("brief", "Say hello.")],
        Validate = greeting => greeting.Stars <= 5 ? [] : ["stars: at most 5"],
    };

    /// <summary>In = 100 (40 cached), out = 20: costs 60 * 1 + 40 * 0.5 + 20 * 10 = 280 millionths.</summary>
    public const decimal OnePrice = 0.000280m;

    public static GatewaySettings Patient(string provider) => new()
    {
        Deadline = TimeSpan.FromSeconds(60),
        BackOffUnit = TimeSpan.FromMilliseconds(5),
        Prices = new PriceTable([new ModelPrice(provider, "test-model", 1, 0.5m, 10)]),
    };

    /// <summary>Asks once, as far as any budget goes.</summary>
    public static Task<Answer<T>> AskAsync<T>(this ModelGateway gateway, Question<T> question, CancellationToken cancellation) =>
        gateway.AskAsync(question, new MemoryLedger(), cancellation);

    /// <summary>Asks as far as any budget goes, unless the ledger knows the answer.</summary>
    public static Task<Answer<T>> AskAsync<T>(this ModelGateway gateway, Question<T> question, ICallLedger ledger, CancellationToken cancellation) =>
        gateway.AskAsync(question, ledger, new Bill(), cancellation);

    public static IModel Open(MisbehavingModel server, string provider, WireLimits? limits = null) => new ModelSettings
    {
        Provider = provider,
        Model = "test-model",
        BaseUrl = server.Url,
        Key = new ApiKey("secret-key"),
    }.Open(limits ?? new WireLimits(), TimeProvider.System);
}
