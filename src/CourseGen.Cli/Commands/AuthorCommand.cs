using System.CommandLine;
using System.Text;
using CourseGen.App.Authoring;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Live;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Content;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen author</c>: from a brief to a bundle in a folder.</summary>
internal static class AuthorCommand
{
    public static Command Create(CliHost host)
    {
        var brief = new Option<string>("--brief") { HelpName = "FILE", Description = "The brief, a YAML file.", Required = true };
        var recorded = new Option<string?>("--recorded") { HelpName = "DIR", Description = "Answer from recorded answers in this folder; no model is called." };
        var provider = new Option<string?>("--provider") { HelpName = "openai|anthropic", Description = "Who answers." };
        var model = new Option<string?>("--model") { HelpName = "NAME", Description = "The model's name, as the provider knows it." };
        var address = new Option<string?>("--base-url") { HelpName = "URL", Description = "Another address that speaks the provider's protocol." };
        var record = new Option<string?>("--record") { HelpName = "DIR", Description = "Keep the model's answers in this folder, to be replayed with --recorded." };
        var prices = new Option<string?>("--prices") { HelpName = "FILE", Description = "What models cost, a YAML file." };
        var cost = new Option<decimal?>("--max-cost") { HelpName = "AMOUNT", Description = "What may be spent on the model before the run stops and asks, in the currency of --prices." };
        var tokens = new Option<long?>("--max-tokens") { HelpName = "N", Description = "How many tokens may be spent before the run stops and asks." };
        var attach = new Option<string[]>("--attach") { HelpName = "FILE", Description = "A text to put beside the brief: notes, a specification, code. May be given again.", AllowMultipleArgumentsPerToken = true };
        var planOnly = new Option<string?>("--plan-only") { HelpName = "FILE", Description = "Only make the plan, and write it to this file to be edited." };
        var plan = new Option<string?>("--plan") { HelpName = "FILE", Description = "The plan that you agreed to, a YAML file as --plan-only writes it." };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "A new or empty folder for the bundle." };
        var approve = new Option<bool>("--approve") { Description = "Approve the three gates beforehand." };
        var data = CommonOptions.Data();
        var command = new Command("author", "Write a course from a brief, prove it, and put the bundle into a folder.")
        {
            brief, attach, planOnly, plan, recorded, provider, model, address, record, prices, cost, tokens, output, approve, data,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var setup = new AuthoringSetup(
                parsed.GetValue(recorded) is null ? parsed.GetValue(provider) ?? "" : "recorded", parsed.GetValue(model), parsed.GetValue(address),
                parsed.GetValue(recorded) is { } folder ? Path.GetFullPath(folder) : null, parsed.GetValue(approve))
            {
                MaxCost = parsed.GetValue(cost),
                MaxTokens = parsed.GetValue(tokens),
                PlanOnly = parsed.GetValue(planOnly) is not null,
                RecordTo = parsed.GetValue(record) is { } keep ? Path.GetFullPath(keep) : null,
            };
            if (parsed.GetValue(prices) is { } table) setup = setup with { Price = YamlInput.Prices(table).Find(setup.Provider, setup.Model ?? "") };
            var places = new Places(parsed.GetRequiredValue(brief), parsed.GetValue(attach) ?? [], parsed.GetValue(plan), parsed.GetValue(planOnly), parsed.GetValue(output), parsed.GetRequiredValue(data));
            return RunAsync(host, places, setup, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, Places places, AuthoringSetup setup, CancellationToken cancellation)
    {
        var brief = YamlInput.Brief(places.Brief);
        var texts = AttachedFile.Read(places.Attached);
        var plan = places.Plan is { } file ? YamlInput.Plan(file, brief) : null;
        var planFile = places.Checked();
        var problems = ModelFactory.Problems(setup);
        if (problems.Count > 0) throw CommandStoppedException.Usage("There is no model to ask, so nothing was started.", "Set it up, or answer from recorded answers with --recorded DIR.", problems);
        using var data = await DataFolder.OpenAsync(places.Data, host.Time, cancellation);
        brief = await AttachedFile.AttachAsync(brief, texts, data.Blobs, cancellation);
        var agreed = plan is null ? null : (await data.Blobs.PutAsync(Encoding.UTF8.GetBytes(RunJson.Write(plan)), cancellation)).Value;
        await using var workshop = new Workshop(host, data, await Engines.StartAsync(host, cancellation));
        var run = await workshop.Desk.StartAsync(new(AuthoringGraph.KindName, brief.Title, RunJson.Write(new AuthoringInput(brief, setup, agreed))), cancellation);
        host.Screen.Progress.MarkupLine($"Run [bold]{run.Id}[/]");
        var ended = await new AuthoringDrive(workshop, host.Screen.Progress).ToEndAsync(run.Id, setup.ApproveGates, cancellation);
        return planFile is not null && ended.Status == RunStatus.Succeeded
            ? await FinishPlanAsync(host, data, ended, planFile, cancellation)
            : await FinishAsync(host, data, ended, places.Output ?? "", cancellation);
    }

    private static async Task<int> FinishPlanAsync(CliHost host, DataFolder data, Run run, OutputFile file, CancellationToken cancellation)
    {
        var state = AuthoringDrive.StateOf(run);
        var plan = RunJson.Read<PlanAnswer>(Encoding.UTF8.GetString((await data.Blobs.ReadAsync(BlobId.Parse(state.Plan!), cancellation)).Span));
        await file.WriteAsync(PlanWriter.Write(plan, state.Brief), cancellation);
        host.Screen.Results.MarkupLine($"[green]Plan[/] in {Rich.Escape(file.FullPath)}");
        host.Screen.Results.MarkupLine("  Edit it, and author the course from it with [bold]--plan[/].");
        return ExitCode.Done;
    }

    private static async Task<int> FinishAsync(CliHost host, DataFolder data, Run run, string output, CancellationToken cancellation)
    {
        var place = Rich.Escape(data.Option);
        if (!BundleExport.IsReady(run))
        {
            host.Screen.Results.MarkupLine($"[red]No bundle.[/] {Rich.Escape(run.Sentence ?? RunStatusNames.Of(run.Status))}");
            host.Screen.Results.MarkupLine($"Look at it with [bold]coursegen runs show {run.Id}{place}[/]; go on with [bold]coursegen runs resume {run.Id}{place}[/].");
            return run.Status == RunStatus.Faulted ? ExitCode.Ours : ExitCode.Refused;
        }

        host.Screen.Results.MarkupLine($"[green]Certified bundle[/] {await BundleExport.WriteAsync(data, run, output, cancellation)}");
        host.Screen.Results.MarkupLine($"  in {Rich.Escape(Path.GetFullPath(output))}");
        if (run.Status == RunStatus.Waiting)
            host.Screen.Results.MarkupLine($"  {run.Gate} waits for you: [bold]coursegen gate approve {run.Id}{place}[/], or reject it with [bold]--comment[/].");
        return ExitCode.Done;
    }

    /// <summary>The files and folders that the command was given.</summary>
    private sealed record Places(string Brief, IReadOnlyList<string> Attached, string? Plan, string? PlanOnly, string? Output, string Data)
    {
        /// <summary>Where only the plan is written; null: a bundle is, into a folder that has room.</summary>
        /// <exception cref="CommandStoppedException">What was given does not go together.</exception>
        public OutputFile? Checked()
        {
            if (Plan is not null && PlanOnly is not null) throw CommandStoppedException.Usage("--plan and --plan-only do not go together.", "Make the plan first; then author from it.");
            if (PlanOnly is not null) return OutputFile.At("--plan-only", PlanOnly);
            BundleExport.RequireRoom(Output ?? throw CommandStoppedException.Usage("There is no place for the bundle.", "Name a folder with --out, or ask for the plan alone with --plan-only FILE."));
            return null;
        }
    }
}
