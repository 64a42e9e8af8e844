using CourseGen.Domain.Bundles;
using CourseGen.Runs;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Storage;
using Spectre.Console;

namespace CourseGen.Cli;

/// <summary>Where commands write, and how they end: results to standard output, progress and errors to standard error.</summary>
internal sealed class Shell(IAnsiConsole result, IAnsiConsole progress)
{
    public IAnsiConsole Result => result;

    public IAnsiConsole Progress => progress;

    /// <summary>Opens the sandbox, or says what to install.</summary>
    public async Task<ISandbox> OpenSandboxAsync(CancellationToken cancellation)
    {
        var sandbox = await BubblewrapSandbox.StartAsync(new(), cancellation);
        if (sandbox.Report.Usable) return sandbox;
        var missing = sandbox.Report.Guarantees.Where(guarantee => guarantee is { Required: true, Holds: false });
        await sandbox.DisposeAsync();
        throw new SandboxException($"Nothing can be run here: {string.Join(" ", missing.Select(one => $"{one.Name}: {one.Remedy}."))} `coursegen doctor` shows all of it.");
    }

    /// <summary>Runs a command and turns what went wrong into plain words and an exit code.</summary>
    public async Task<int> GuardAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (UsageException problem)
        {
            return Say(problem.Message, ExitCodes.Usage);
        }
        catch (BundleInvalidException problem)
        {
            return Say(problem.Message, ExitCodes.Usage);
        }
        catch (RunRefusedException problem)
        {
            return Say(problem.Message, ExitCodes.Refused);
        }
        catch (RunConflictException problem)
        {
            return Say(problem.Message, ExitCodes.Refused);
        }
        catch (StoreException problem)
        {
            return Say(problem.Message, ExitCodes.Ours);
        }
        catch (SandboxException problem)
        {
            return Say(problem.Message, ExitCodes.Ours);
        }
        catch (OperationCanceledException)
        {
            return Say("Stopped. What was done is kept; `coursegen runs list` shows it.", ExitCodes.Refused);
        }
    }

    private int Say(string message, int code)
    {
        progress.MarkupLine($"[red]{Markup.Escape(message)}[/]");
        return code;
    }
}

/// <summary>The call's own words are off: exit 2.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Exit codes of every command.</summary>
internal static class ExitCodes
{
    /// <summary>Done, certified or passed.</summary>
    public const int Done = 0;

    /// <summary>Refused or failed.</summary>
    public const int Refused = 1;

    /// <summary>Wrong usage or invalid input.</summary>
    public const int Usage = 2;

    /// <summary>Our own fault.</summary>
    public const int Ours = 3;
}
