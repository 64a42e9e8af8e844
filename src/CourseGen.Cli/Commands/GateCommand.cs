using System.CommandLine;
using CourseGen.Cli.Composition;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen gate</c>: decide where a run waits for a person.</summary>
internal static class GateCommand
{
    public static Command Make(Shell shell) => new("gate", "Decide at the gate where a run waits")
    {
        Decision(shell, "approve", "Let the run go on", true),
        Decision(shell, "reject", "Send the run back; with a comment it is revised by it", false),
    };

    private static Command Decision(Shell shell, string name, string description, bool approved)
    {
        var id = new Argument<string>("id") { Description = "The run" };
        var comment = new Option<string?>("--comment") { Description = "Why, or what should change" };
        var data = CommonOptions.Data();
        var command = new Command(name, description) { id, comment, data };
        command.SetAction((parsed, cancellation) => shell.GuardAsync(() =>
            DecideAsync(shell, new(parsed.GetRequiredValue(id)), approved, parsed.GetValue(comment), parsed.GetRequiredValue(data), cancellation)));
        return command;
    }

    private static async Task<int> DecideAsync(Shell shell, RunId id, bool approved, string? comment, string dataFolder, CancellationToken cancellation)
    {
        using var data = DataFolder.Open(dataFolder);
        await using var workshop = new Workshop(data, await shell.OpenSandboxAsync(cancellation));
        var run = await data.Runs.FindAsync(id, cancellation) ?? throw new UsageException($"There is no run {id}. `coursegen runs list` shows them.");
        if (run.Gate is not { } gate) throw new UsageException($"Run {id} does not wait at a gate; it is {RunStatusNames.Of(run.Status)}.");
        var decided = await workshop.Desk.DecideGateAsync(id, new(gate, approved, comment, Environment.UserName), cancellation);
        shell.Result.MarkupLine($"{gate} [bold]{(approved ? "approved" : "rejected")}[/]; the run is {RunStatusNames.Of(decided.Status)}{(decided.Gate is { } next ? $" at {next}" : "")}.");
        if (decided.Status == RunStatus.Active) shell.Result.MarkupLine($"Go on with [bold]coursegen runs resume {id}[/].");
        return ExitCodes.Done;
    }
}
