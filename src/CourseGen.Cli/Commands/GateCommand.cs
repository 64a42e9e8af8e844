using System.CommandLine;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen gate</c>: decide where a run waits for a person.</summary>
internal static class GateCommand
{
    public static Command Create(CliHost host) => new("gate", "Decide at the gate where a run waits.")
    {
        Decision(host, "approve", "Let the run go on.", true),
        Decision(host, "reject", "Send the run back; with a comment it is revised by it.", false),
    };

    private static Command Decision(CliHost host, string name, string description, bool approved)
    {
        var comment = new Option<string?>("--comment") { HelpName = "TEXT", Description = "Why, or what should change." };
        return OneRun.Command(host, name, description, (parsed, data, run, cancellation) =>
            DecideAsync(host, data, run, (approved, parsed.GetValue(comment)), cancellation), comment);
    }

    private static async Task<int> DecideAsync(
        CliHost host, DataFolder data, Run run, (bool Approved, string? Comment) decision, CancellationToken cancellation)
    {
        if (run.Gate is not { } gate) throw CommandStoppedException.Usage($"Run {run.Id} does not wait at a gate; it is {RunStatusNames.Of(run.Status)}.", $"See its story with coursegen runs show {run.Id}{data.Option}");
        await using var workshop = new Workshop(host, data, new NoEngine());
        var decided = await workshop.Desk.DecideGateAsync(run.Id, new(gate, decision.Approved, decision.Comment, Environment.UserName), cancellation);
        host.Screen.Results.MarkupLine($"{gate} [bold]{(decision.Approved ? "approved" : "rejected")}[/]; the run is {RunStatusNames.Of(decided.Status)}{(decided.Gate is { } next ? $" at {next}" : "")}.");
        if (decided.Status == RunStatus.Active) host.Screen.Results.MarkupLine($"Go on with [bold]coursegen runs resume {run.Id}{Rich.Escape(data.Option)}[/].");
        return ExitCode.Done;
    }
}
