using System.CommandLine;
using CourseGen.App.Authoring;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Live;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen author</c>: from a brief to a bundle in a folder.</summary>
internal static class AuthorCommand
{
    public static Command Create(CliHost host)
    {
        var brief = new Option<string>("--brief") { Description = "The brief, a YAML file", Required = true };
        var recorded = new Option<string?>("--recorded") { Description = "Answer from recorded answers in this folder; no model is called" };
        var provider = new Option<string?>("--provider") { Description = "openai or anthropic" };
        var model = new Option<string?>("--model") { Description = "The model's name, as the provider knows it" };
        var address = new Option<string?>("--base-url") { Description = "Another address that speaks the provider's protocol" };
        var record = new Option<string?>("--record") { Description = "Keep the model's answers in this folder, to be replayed with --recorded" };
        var prices = new Option<string?>("--prices") { Description = "What models cost, a YAML file" };
        var cost = new Option<decimal?>("--max-cost") { Description = "What may be spent on the model before the run stops and asks, in the currency of --prices" };
        var tokens = new Option<long?>("--max-tokens") { Description = "How many tokens may be spent before the run stops and asks" };
        var output = new Option<string>("--out") { Description = "The folder for the bundle; it must not exist or be empty", Required = true };
        var approve = new Option<bool>("--approve") { Description = "Approve the three gates beforehand" };
        var data = CommonOptions.Data();
        var command = new Command("author", "Write a course from a brief, prove it, and put the bundle into a folder")
        {
            brief, recorded, provider, model, address, record, prices, cost, tokens, output, approve, data,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var setup = new AuthoringSetup(
                parsed.GetValue(recorded) is null ? parsed.GetValue(provider) ?? "" : "recorded", parsed.GetValue(model), parsed.GetValue(address),
                parsed.GetValue(recorded) is { } folder ? Path.GetFullPath(folder) : null, parsed.GetValue(approve))
            {
                MaxCost = parsed.GetValue(cost),
                MaxTokens = parsed.GetValue(tokens),
                RecordTo = parsed.GetValue(record) is { } keep ? Path.GetFullPath(keep) : null,
            };
            if (parsed.GetValue(prices) is { } table) setup = setup with { Price = YamlInput.Prices(table).Find(setup.Provider, setup.Model ?? "") };
            return RunAsync(host, new(parsed.GetRequiredValue(brief), parsed.GetRequiredValue(output), parsed.GetRequiredValue(data)), setup, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        CliHost host, Places places, AuthoringSetup setup, CancellationToken cancellation)
    {
        var (briefFile, output, dataFolder) = places;
        var brief = YamlInput.Brief(briefFile);
        var problems = ModelFactory.Problems(setup);
        if (problems.Count > 0) throw CommandStoppedException.Usage("There is no model to ask, so nothing was started.", "Set it up, or answer from recorded answers with --recorded DIR.", problems);
        BundleExport.RequireRoom(output);
        using var data = await DataFolder.OpenAsync(dataFolder, cancellation);
        await using var workshop = new Workshop(data, await Engines.StartAsync(host, cancellation));
        var run = await workshop.Desk.StartAsync(new(AuthoringGraph.KindName, brief.Title, RunJson.Write(new AuthoringInput(brief, setup))), cancellation);
        host.Screen.Progress.MarkupLine($"Run [bold]{run.Id}[/]");
        var ended = await new AuthoringDrive(workshop, host.Screen.Progress).ToEndAsync(run.Id, setup.ApproveGates, cancellation);
        return await FinishAsync(host, data, ended, output, cancellation);
    }

    private static async Task<int> FinishAsync(CliHost host, DataFolder data, Run run, string output, CancellationToken cancellation)
    {
        if (!BundleExport.IsReady(run))
        {
            host.Screen.Results.MarkupLine($"[red]No bundle.[/] {Markup.Escape(run.Sentence ?? RunStatusNames.Of(run.Status))}");
            host.Screen.Results.MarkupLine($"Look at it with [bold]coursegen runs show {run.Id}[/]; go on with [bold]coursegen runs resume {run.Id}[/].");
            return run.Status == RunStatus.Faulted ? ExitCode.Ours : ExitCode.Refused;
        }

        host.Screen.Results.MarkupLine($"[green]Certified bundle[/] {await BundleExport.WriteAsync(data, run, output, cancellation)}");
        host.Screen.Results.MarkupLine($"  in {Markup.Escape(Path.GetFullPath(output))}");
        if (run.Status == RunStatus.Waiting)
            host.Screen.Results.MarkupLine($"  {run.Gate} waits for you: [bold]coursegen gate approve {run.Id}[/], or reject it with [bold]--comment[/].");
        return ExitCode.Done;
    }

    /// <summary>Where the brief is, where the bundle goes, and where the store lies.</summary>
    private sealed record Places(string Brief, string Output, string Data);
}
