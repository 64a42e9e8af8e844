using CourseGen.Cli;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using CourseGen.Sandbox;

namespace CourseGen.Tests.Cli;

/// <summary>One call of the command line within this process, and what came of it.</summary>
internal sealed record Invocation(int Exit, string Results, string Progress)
{
    /// <summary>With the engine of this machine.</summary>
    public static Task<Invocation> RunAsync(params string[] args) => RunAsync(CliHost.StartAsync, CancellationToken.None, args);

    /// <summary>With nothing to run: a command that starts an engine fails the test.</summary>
    public static Task<Invocation> RunNothingAsync(params string[] args) =>
        RunAsync((_, _) => throw new InvalidOperationException("An engine was started."), CancellationToken.None, args);

    public static async Task<Invocation> RunAsync(
        Func<EngineChoice, CancellationToken, Task<ISandbox>> engine, CancellationToken cancellation, params string[] args)
    {
        using var results = new StringWriter { NewLine = "\n" };
        using var progress = new StringWriter { NewLine = "\n" };
        var host = new CliHost(Screen.OfText(results, progress), engine, TimeProvider.System, new SortableIds(TimeProvider.System));
        var exit = await CommandLine.RunAsync(args, host, cancellation);
        return new(exit, results.ToString(), progress.ToString());
    }
}
