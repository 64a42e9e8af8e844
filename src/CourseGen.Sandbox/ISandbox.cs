namespace CourseGen.Sandbox;

/// <summary>
/// An engine that runs programs nobody trusts. There is one implementation per way of boxing a program; all of them
/// pass the same contract tests, so a caller never asks which one it has.
/// </summary>
public interface ISandbox : IAsyncDisposable
{
    /// <summary>What this engine is and which guarantees it gives on this machine.</summary>
    EngineReport Report { get; }

    /// <summary>Keeps a copy of a folder as a read-only layer.</summary>
    /// <param name="folder">A folder of the host. Its regular files, folders and symbolic links are copied.</param>
    Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation);

    /// <summary>
    /// Lets go of layers. Nothing can be opened over them any more; a session that is open over one keeps it, and with the
    /// last of these its files are removed. The engine's end lets go of all.
    /// </summary>
    Task DropAsync(IReadOnlyCollection<Layer> layers);

    /// <summary>Opens a session: a fresh copy-on-write workspace with a learner's box and a checker's box around it.</summary>
    /// <exception cref="SandboxException">The engine itself failed; never the program's doing.</exception>
    Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation);
}
