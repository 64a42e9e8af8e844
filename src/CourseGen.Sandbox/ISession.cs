namespace CourseGen.Sandbox;

/// <summary>
/// One fresh workspace and the two boxes around it. Learner and checker share the loopback network and the exchange
/// folder, and nothing else. Disposing a session ends every process in it and throws its files away.
/// </summary>
public interface ISession : IAsyncDisposable
{
    /// <summary>What each box has used so far.</summary>
    Usage UsageOf(Side side);

    /// <summary>Runs a command to its end. Never throws for what the command does: that is its <see cref="Ending"/>.</summary>
    Task<CommandResult> RunAsync(Side side, Command command, CancellationToken cancellation);

    /// <summary>Starts a command in the learner's box that is meant to keep running, such as a server.</summary>
    Task<IRunningCommand> StartAsync(Command command, CancellationToken cancellation);

    /// <summary>
    /// Says that a command of a side will follow. An engine that can starts the box meanwhile, and the command need not
    /// wait for it; others do nothing.
    /// </summary>
    void MakeReady(Side side)
    {
        // To start a box with the command is always right.
    }

    /// <summary>
    /// Asks <c>http://127.0.0.1:port/path</c> from within the session's network until it answers 2xx, the service ends,
    /// or the time is up.
    /// </summary>
    Task<Health> WaitHealthyAsync(IRunningCommand service, int port, string path, TimeSpan within, CancellationToken cancellation);

    /// <summary>Keeps what the session changed in its workspace as a read-only layer on top of the session's own layers.</summary>
    /// <exception cref="SandboxException">A program still runs in the session.</exception>
    Task<Layer> KeepChangesAsync(CancellationToken cancellation);

    /// <summary>
    /// Reads a file that the checker left in its report folder. Only a regular file directly in that folder is read:
    /// no link is followed and nothing can block.
    /// </summary>
    /// <param name="name">A file name without separators.</param>
    /// <param name="maxBytes">More than this is refused, not cut.</param>
    Task<CollectedFile> ReadReportAsync(string name, int maxBytes, CancellationToken cancellation);
}

/// <summary>A command that was started and not waited for.</summary>
public interface IRunningCommand : IAsyncDisposable
{
    /// <summary>Completes when the command has ended.</summary>
    Task<CommandResult> Completion { get; }

    /// <summary>Ends the command and everything it started, and says how it went.</summary>
    Task<CommandResult> StopAsync();
}
