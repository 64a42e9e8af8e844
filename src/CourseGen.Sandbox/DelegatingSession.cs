namespace CourseGen.Sandbox;

/// <summary>Passes everything on to another session. Who adds something to sessions overrides what it changes.</summary>
public abstract class DelegatingSession(ISession session) : ISession
{
    public Usage UsageOf(Side side) => session.UsageOf(side);

    public Task<CommandResult> RunAsync(Side side, Command command, CancellationToken cancellation) =>
        session.RunAsync(side, command, cancellation);

    public Task<IRunningCommand> StartAsync(Command command, CancellationToken cancellation) => session.StartAsync(command, cancellation);

    public void MakeReady(Side side) => session.MakeReady(side);

    public Task<Health> WaitHealthyAsync(IRunningCommand service, int port, string path, TimeSpan within, CancellationToken cancellation) =>
        session.WaitHealthyAsync(service, port, path, within, cancellation);

    public Task<Layer> KeepChangesAsync(CancellationToken cancellation) => session.KeepChangesAsync(cancellation);

    public Task<CollectedFile> ReadReportAsync(string name, int maxBytes, CancellationToken cancellation) =>
        session.ReadReportAsync(name, maxBytes, cancellation);

    public virtual async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
