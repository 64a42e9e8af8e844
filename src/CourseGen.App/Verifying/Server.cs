using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Sandbox;

namespace CourseGen.App.Verifying;

/// <summary>The learner's server in a session, once it is healthy or it is known that it will not be.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string Phase = "boot";

    private readonly IRunningCommand _command;
    private readonly Health _health;
    private readonly RuntimeContract _runtime;
    private readonly TimeSpan _patience;

    private Server(IRunningCommand command, Health health, RuntimeContract runtime, TimeSpan patience) =>
        (_command, _health, _runtime, _patience) = (command, health, runtime, patience);

    public bool IsHealthy => _health is Health.Healthy;

    /// <summary>Whether the clock ended the wait for it.</summary>
    public bool IsLate => _health is Health.TimedOut;

    /// <summary>How long it took until it was healthy; zero where it never was.</summary>
    public TimeSpan Boot => _health is Health.Healthy healthy ? healthy.After : TimeSpan.Zero;

    /// <summary>Starts it, and waits until it is healthy, has ended, or has taken too long.</summary>
    /// <exception cref="SandboxException">The sandbox failed.</exception>
    public static async Task<Server> StartAsync(ISession session, RuntimeContract runtime, BundleLimits limits, CancellationToken cancellation)
    {
        var command = await session.StartAsync(CommandOf(limits), cancellation);
        try
        {
            var health = await session.WaitHealthyAsync(command, runtime.Port, runtime.Health, limits.Boot, cancellation);
            return new(command, health, runtime, limits.Boot);
        }
        catch
        {
            await command.DisposeAsync();
            throw;
        }
    }

    public Task<CommandResult> StopAsync() => _command.StopAsync();

    /// <summary>How booting ended, and what the server wrote.</summary>
    /// <param name="stopped">What came of it.</param>
    public (SuiteEnding Ending, string Log) EndingOf(CommandResult stopped)
    {
        var log = Log.Tail(stopped);
        return _health switch
        {
            Health.Ended { Result.Ending: Ending.EngineFault fault } => (new SuiteEnding.HarnessFault(fault.Reason), log),
            Health.Ended ended => (PhaseFailure.EndingOf(Phase, ended.Result, log), log),
            Health.TimedOut late => (new SuiteEnding.NotRunnable(Phase,
                $"the server did not answer {_runtime.Health} on port {_runtime.Port} with 2xx within {_patience.TotalSeconds:0} s ({late.LastAnswer})"), log),
            _ => (new SuiteEnding.Completed(), log),
        };
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private static Command CommandOf(BundleLimits limits) => new()
    {
        Arguments = [$"{BoxPaths.Workspace}/{BundleLayout.Run}"],
        Phase = "server",
        // The server lives as long as its suite; the sum is only the bound behind that.
        Wall = limits.Boot + limits.Suite + TimeSpan.FromSeconds(30),
    };
}
