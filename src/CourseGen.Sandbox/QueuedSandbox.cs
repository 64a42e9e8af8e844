using System.Threading.RateLimiting;

namespace CourseGen.Sandbox;

/// <summary>How much an engine is asked to bear at once.</summary>
/// <param name="Open">Sessions that are open at once.</param>
/// <param name="Waiting">Callers that wait for a session, first come, first served. More are refused at once.</param>
public sealed record QueueLimits(int Open, int Waiting)
{
    // Most of a session's time passes in waiting: for a program to boot, for an answer, for a timeout.
    private const int OpenPerProcessor = 16;

    /// <summary>What this machine can bear.</summary>
    public static QueueLimits OfThisMachine => new(OpenPerProcessor * Environment.ProcessorCount, Waiting: 1024);
}

/// <summary>An engine with a bounded queue before it, so that a rush makes it late or busy and never takes the machine down.</summary>
public sealed class QueuedSandbox : ISandbox
{
    private readonly ISandbox _engine;
    private readonly QueueLimits _limits;
    private readonly ConcurrencyLimiter _turns;

    /// <param name="engine">The engine, which this one owns from now on.</param>
    public QueuedSandbox(ISandbox engine, QueueLimits limits)
    {
        _engine = engine;
        _limits = limits;
        _turns = new(new() { PermitLimit = limits.Open, QueueLimit = limits.Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    }

    public EngineReport Report => _engine.Report;

    public Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation) => _engine.KeepFolderAsync(folder, cancellation);

    public Task DropAsync(IReadOnlyCollection<Layer> layers) => _engine.DropAsync(layers);

    /// <exception cref="SandboxBusyException">Too many wait already.</exception>
    public async Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation)
    {
        var turn = await _turns.AcquireAsync(1, cancellation);
        if (!turn.IsAcquired) throw new SandboxBusyException(_limits);
        try
        {
            return new Session(await _engine.OpenAsync(spec, cancellation), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _turns.DisposeAsync();
    }

    /// <summary>A session whose end is the next one's turn.</summary>
    private sealed class Session(ISession session, RateLimitLease turn) : DelegatingSession(session)
    {
        public override async ValueTask DisposeAsync()
        {
            try
            {
                await base.DisposeAsync();
            }
            finally
            {
                turn.Dispose();
            }
        }
    }
}
