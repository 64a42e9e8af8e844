using CourseGen.Sandbox;
using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>The contract, on the bubblewrap engine, where the box of every command was made ready before it.</summary>
public sealed class ReadyContract(BubblewrapEngine engine) : SandboxContract(new ReadySandbox(engine.Sandbox)), IClassFixture<BubblewrapEngine>;

/// <summary>A sandbox whose sessions make ready for each command.</summary>
internal sealed class ReadySandbox(ISandbox sandbox) : ISandbox
{
    public EngineReport Report => sandbox.Report;

    public Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation) => sandbox.KeepFolderAsync(folder, cancellation);

    public Task DropAsync(IReadOnlyCollection<Layer> layers) => sandbox.DropAsync(layers);

    public async Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation)
    {
        var session = await sandbox.OpenAsync(spec, cancellation);
        session.MakeReady(Side.Learner);
        return new Session(session);
    }

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    private sealed class Session(ISession session) : DelegatingSession(session), ISession
    {
        private readonly ISession _session = session;

        Task<CommandResult> ISession.RunAsync(Side side, Command command, CancellationToken cancellation)
        {
            _session.MakeReady(side);
            return _session.RunAsync(side, command, cancellation);
        }

        Task<IRunningCommand> ISession.StartAsync(Command command, CancellationToken cancellation)
        {
            _session.MakeReady(Side.Learner);
            return _session.StartAsync(command, cancellation);
        }
    }
}
