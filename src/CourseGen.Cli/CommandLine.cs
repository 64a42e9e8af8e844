using System.CommandLine;
using System.CommandLine.Invocation;
using CourseGen.App.Teaching;
using CourseGen.App.Teaching.Git;
using CourseGen.App.Verifying;
using CourseGen.Cli.Commands;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Bundles;
using CourseGen.Runs;
using CourseGen.Sandbox;
using CourseGen.Storage;

namespace CourseGen.Cli;

/// <summary>From arguments to an exit code: the edge where every ending becomes a sentence.</summary>
internal static class CommandLine
{
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaReached = 122;

    // Long enough to take boxes down, short enough for a person who pressed Ctrl-C.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] args, CliHost host, CancellationToken cancellation)
    {
        var parsed = CommandList.Root(host).Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Action is ParseErrorAction)
            return Misused(host.Screen, parsed);
        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToStop,
            Output = host.Screen.Results.Profile.Out.Writer,
            Error = host.Screen.Progress.Profile.Out.Writer,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (Exception trouble)
        {
            // The edge of the program: whatever it is, a person gets a sentence and the shell a code.
            return Tell(host.Screen, trouble);
        }
    }

    private static int Misused(Screen screen, ParseResult parsed)
    {
        foreach (var error in parsed.Errors) screen.Trouble(error.Message);
        var names = parsed.CommandResult.Command is RootCommand ? "" : " " + string.Join(' ', Path(parsed.CommandResult));
        screen.Next($"coursegen{names} --help shows how it is used.");
        return ExitCode.Usage;
    }

    private static IEnumerable<string> Path(System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult parent ? Path(parent).Append(result.Command.Name) : [];

    private static int Tell(Screen screen, Exception trouble)
    {
        var stopped = trouble switch
        {
            CommandStoppedException told => told,
            OperationCanceledException => new(ExitCode.Stopped, "Stopped.", "Nothing was concluded and nothing was written."),
            BundleInvalidException invalid => Invalid(invalid),
            HarnessFaultException or SandboxException => CommandStoppedException.Ours(
                $"The harness failed, so nothing was judged: {trouble.Message}", "Run it again; 'coursegen doctor' looks at this machine."),
            RunRefusedException or RunConflictException or LearningRefusedException => new(ExitCode.Refused, trouble.Message, "'coursegen runs list' shows where every run stands."),
            StoreException store => CommandStoppedException.Ours(store.Trouble.Sentence, store.Trouble.NextStep),
            OutsideTrouble or GitException => CommandStoppedException.Ours(trouble.Message, "Mend what it names, and run it again."),
            IOException { HResult: NoSpace or QuotaReached } => CommandStoppedException.Ours(
                $"The disk is full: {trouble.Message}", "Make room (temporary files are in the folder that TMPDIR names), and run it again."),
            IOException { HResult: ReadOnlyFileSystem } => CommandStoppedException.Ours(
                $"The disk cannot be written: {trouble.Message}", "Name a place that can be written, or let TMPDIR name one."),
            IOException or UnauthorizedAccessException => CommandStoppedException.Ours(trouble.Message, "Look at that file or folder, and run it again."),
            _ => CommandStoppedException.Ours(
                $"This is a bug in CourseGen: {trouble.Message}", "Please report it, with what follows.", [trouble.ToString()]),
        };
        screen.Trouble(stopped.Message, stopped.Details);
        screen.Next(stopped.NextStep);
        return stopped.ExitCode;
    }

    /// <summary>An invalid bundle, with every error by path and line.</summary>
    public static CommandStoppedException Invalid(BundleInvalidException invalid) => CommandStoppedException.Usage(
        $"The bundle breaks its contract in {VerdictSentence.Counted(invalid.Errors.Count, "place")}. Nothing was run.",
        "Mend these; docs/bundle.md says what belongs where.", [.. invalid.Errors.Select(error => error.ToString())]);
}
