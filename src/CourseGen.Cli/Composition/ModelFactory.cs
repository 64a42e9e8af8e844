using System.Collections.Concurrent;
using CourseGen.App.Authoring;
using CourseGen.Models;

namespace CourseGen.Cli.Composition;

/// <summary>Opens the model each run was set up with, once per set-up.</summary>
internal sealed class ModelFactory(TimeProvider time) : IDisposable
{
    private const string CaptureContent = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT";

    private readonly ConcurrentDictionary<AuthoringSetup, (IModel Model, ModelGateway Gateway)> _open = new();
    private readonly ProviderSlots _slots = new(ProviderSlots.Default);

    /// <summary>What is missing before a run with this set-up may start, one sentence each.</summary>
    public static IReadOnlyList<string> Problems(AuthoringSetup setup) =>
    [
        .. SettingsOf(setup).Problems(),
        .. setup is { MaxCost: not null, Price: null, Provider: not ModelSettings.Recorded }
            ? [$"A ceiling on the cost needs to know what {setup.Model} costs: name a price table that has it with --prices."]
            : Array.Empty<string>(),
        .. setup is { MaxCost: <= 0 } ? [$"A ceiling on the cost has to be above 0; it is {setup.MaxCost}."] : Array.Empty<string>(),
        .. setup is { MaxTokens: <= 0 } ? [$"A ceiling on tokens has to be above 0; it is {setup.MaxTokens}."] : Array.Empty<string>(),
        .. setup is { RecordTo: not null, Provider: ModelSettings.Recorded } ? ["Recorded answers are recorded already: leave --record out."] : Array.Empty<string>(),
    ];

    public ModelGateway Open(AuthoringSetup setup) => _open.GetOrAdd(setup with { ApproveGates = false }, one =>
    {
        var model = SettingsOf(one).Open(new(), time);
        return (model, new(model, BoundsOf(one), time));
    }).Gateway;

    public void Dispose()
    {
        foreach (var (model, _) in _open.Values) (model as IDisposable)?.Dispose();
    }

    private GatewaySettings BoundsOf(AuthoringSetup setup) => new()
    {
        Prices = new(setup.Price is { } price ? [price] : []),
        Slots = _slots,
        RecordTo = setup.RecordTo,
        CaptureContent = string.Equals(Environment.GetEnvironmentVariable(CaptureContent), "true", StringComparison.OrdinalIgnoreCase),
    };

    private static ModelSettings SettingsOf(AuthoringSetup setup) => new ModelSettings
    {
        Provider = setup.Provider,
        Model = setup.Model,
        BaseUrl = setup.BaseUrl,
        RecordedFolder = setup.RecordedFolder,
    }.WithKeyFrom(Environment.GetEnvironmentVariable);
}
