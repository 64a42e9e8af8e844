using CourseGen.Sandbox;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>One engine that runs one attack at a time, so that whatever is left afterwards is that attack's.</summary>
public abstract class Lane : IAsyncDisposable
{
    /// <summary>The engine.</summary>
    public abstract ISandbox Sandbox { get; }

    /// <summary>The corpus as a layer of the engine.</summary>
    public Layer Programs { get; private set; } = new("");

    /// <summary>Opens a session, in which the engine's weakness is, if it has one.</summary>
    public virtual Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation) => Sandbox.OpenAsync(spec, cancellation);

    /// <summary>What the weakness of the engine, if it has one, does to a session's limits.</summary>
    public virtual Limits Relax(Limits limits) => limits;

    /// <summary>What the weakness of the engine, if it has one, does to the time of a command.</summary>
    public virtual TimeSpan Relax(TimeSpan wall) => wall;

    /// <summary>Reads a report.</summary>
    public virtual Task<CollectedFile> ReadAsync(ISession session, string name, CancellationToken cancellation) =>
        session.ReadReportAsync(name, 64 << 10, cancellation);

    /// <summary>Folders, processes, mounts, control groups or containers of sessions that have ended.</summary>
    public abstract Task<IReadOnlyList<string>> LeftoversAsync();

    /// <summary>Processes of the engine outside its boxes that have grown as no such process should.</summary>
    public abstract IReadOnlyList<string> Swollen();

    /// <summary>Hands the corpus to the engine.</summary>
    public async Task PrepareAsync(string programs, CancellationToken cancellation) =>
        Programs = await Sandbox.KeepFolderAsync(programs, cancellation);

    public abstract ValueTask DisposeAsync();
}
