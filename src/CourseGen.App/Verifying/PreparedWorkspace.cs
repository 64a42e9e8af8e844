using CourseGen.Domain.Verdicts;
using CourseGen.Sandbox;

namespace CourseGen.App.Verifying;

/// <summary>A workspace state that suites can be run on, or the phase it did not get past.</summary>
public sealed record PreparedWorkspace(WorkspaceChange Change, IReadOnlyList<Layer> Layers, PhaseFailure? Failure);

/// <summary>install.sh or verify.sh said no.</summary>
/// <param name="Phase">install or verify.</param>
/// <param name="Log">The end of what it printed.</param>
public sealed record PhaseFailure(string Phase, SuiteEnding Ending, string Log)
{
    internal static PhaseFailure Of(string phase, CommandResult result)
    {
        var log = Verifying.Log.Tail(result);
        return new(phase, EndingOf(phase, result, log), log);
    }

    internal static SuiteEnding EndingOf(string phase, CommandResult result, string log) => result.Ending switch
    {
        Ending.OverLimit over => BoxLimits.Over(over),
        Ending.Exited exited => new SuiteEnding.NotRunnable(phase, $"it ended with status {exited.Code}: {Verifying.Log.LastLine(log)}"),
        var other => new SuiteEnding.HarnessFault($"{phase} ended as {other}"),
    };
}
