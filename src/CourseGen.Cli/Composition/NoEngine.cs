using CourseGen.Sandbox;

namespace CourseGen.Cli.Composition;

/// <summary>The engine of commands that decide and run nothing, so that a person can decide on a machine that has none.</summary>
internal sealed class NoEngine : ISandbox
{
    public EngineReport Report { get; } = new("none", "", []);

    public Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation) => throw NothingRuns();

    public Task DropAsync(IReadOnlyCollection<Layer> layers) => throw NothingRuns();

    public Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation) => throw NothingRuns();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static SandboxException NothingRuns() => new("this command decides, and runs nothing");
}
