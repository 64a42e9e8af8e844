using CourseGen.Sandbox;

namespace CourseGen.Bench.Harness;

/// <summary>An engine that adds up how much CPU time its boxes took. It does not own the engine behind it.</summary>
internal sealed class MeteredSandbox(ISandbox engine) : ISandbox
{
    private long _ticks;

    /// <summary>CPU time of all boxes whose sessions have ended.</summary>
    public TimeSpan Cpu => new(Interlocked.Read(ref _ticks));

    public EngineReport Report => engine.Report;

    public Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation) => engine.KeepFolderAsync(folder, cancellation);

    public Task DropAsync(IReadOnlyCollection<Layer> layers) => engine.DropAsync(layers);

    public async Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation) =>
        new Session(await engine.OpenAsync(spec, cancellation), this);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Session(ISession session, MeteredSandbox meter) : DelegatingSession(session)
    {
        public override async ValueTask DisposeAsync()
        {
            Interlocked.Add(ref meter._ticks, (UsageOf(Side.Learner).Cpu + UsageOf(Side.Checker).Cpu).Ticks);
            await base.DisposeAsync();
        }
    }
}
