using System.Collections.Concurrent;
using CourseGen.App.Authoring;
using CourseGen.Models;

namespace CourseGen.Cli.Composition;

/// <summary>Opens the model each run was set up with, once per set-up.</summary>
internal sealed class ModelFactory : IDisposable
{
    private readonly ConcurrentDictionary<AuthoringSetup, (IModel Model, ModelGateway Gateway)> _open = new();

    /// <summary>What is missing before a run with this set-up may start, one sentence each.</summary>
    public static IReadOnlyList<string> Problems(AuthoringSetup setup) => SettingsOf(setup).Problems();

    public ModelGateway Open(AuthoringSetup setup) => _open.GetOrAdd(setup with { ApproveGates = false }, one =>
    {
        var model = SettingsOf(one).Open(new(), TimeProvider.System);
        return (model, new(model, new(), TimeProvider.System));
    }).Gateway;

    public void Dispose()
    {
        foreach (var (model, _) in _open.Values) (model as IDisposable)?.Dispose();
    }

    private static ModelSettings SettingsOf(AuthoringSetup setup) => new ModelSettings
    {
        Provider = setup.Provider,
        Model = setup.Model,
        BaseUrl = setup.BaseUrl,
        RecordedFolder = setup.RecordedFolder,
    }.WithKeyFrom(Environment.GetEnvironmentVariable);
}
