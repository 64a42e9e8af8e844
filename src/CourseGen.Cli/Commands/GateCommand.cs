using System.CommandLine;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen gate</c>: decide where a run waits for a person.</summary>
internal static class GateCommand
{
    public static Command Create(CliHost host) => new("gate", "Decide at the gate where a run waits")
    {
        Decision(host, "approve", "Let the run go on", true),
        Decision(host, "reject", "Send the run back; with a comment it is revised by it", false),
    };

    private static Command Decision(CliHost host, string name, string description, bool approved)
    {
        var id = new Argument<string>("id") { Description = "The run" };
        var comment = new Option<string?>("--comment") { Description = "Why, or what should change" };
        var data = CommonOptions.Data();
        var command = new Command(name, description) { id, comment, data };
        command.SetAction((parsed, cancellation) =>
            DecideAsync(host, new(parsed.GetRequiredValue(id)), approved, parsed.GetValue(comment), parsed.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> DecideAsync(CliHost host, RunId id, bool approved, string? comment, string dataFolder, CancellationToken cancellation)
    {
        using var data = await DataFolder.OpenAsync(dataFolder, cancellation);
        await using var workshop = new Workshop(data, new NoEngine());
        var run = await data.Runs.FindAsync(id, cancellation) ?? throw RunsCommand.Unknown(id.Value, data);
        if (run.Gate is not { } gate) throw CommandStoppedException.Usage($"Run {id} does not wait at a gate; it is {RunStatusNames.Of(run.Status)}.", $"See its story with coursegen runs show {id}{data.Option}");
        var decided = await workshop.Desk.DecideGateAsync(id, new(gate, approved, comment, Environment.UserName), cancellation);
        host.Screen.Results.MarkupLine($"{gate} [bold]{(approved ? "approved" : "rejected")}[/]; the run is {RunStatusNames.Of(decided.Status)}{(decided.Gate is { } next ? $" at {next}" : "")}.");
        if (decided.Status == RunStatus.Active) host.Screen.Results.MarkupLine($"Go on with [bold]coursegen runs resume {id}{Rich.Escape(data.Option)}[/].");
        return ExitCode.Done;
    }
}
