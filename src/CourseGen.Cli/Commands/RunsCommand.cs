using System.CommandLine;
using CourseGen.App.Timelines;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Live;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen runs</c>: see what the local store works on, go on with it, or end it.</summary>
internal static class RunsCommand
{
    public static Command Create(CliHost host) => new("runs", "See, resume and cancel runs.")
    {
        List(host),
        Show(host),
        OneRun.Command(host, "watch", "Follow a run that another process works on.", (_, data, run, cancellation) => WatchAsync(host, data, run, cancellation)),
        OneRun.Command(host, "resume", "Go on with a run that was interrupted, blocked or faulted.", (_, data, run, cancellation) => ResumeAsync(host, data, run, cancellation)),
        OneRun.Command(host, "cancel", "End a run.", (_, data, run, cancellation) => CancelAsync(host, data, run, cancellation)),
        Export(host),
    };

    private static Command List(CliHost host)
    {
        var data = CommonOptions.Data();
        var take = Numbers.Option("--take", "The most runs to list.", fallback: 20, min: 1, max: 1000);
        var command = new Command("list", "List the newest runs.") { data, take };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var folder = await DataFolder.OpenAsync(parsed.GetRequiredValue(data), host.Time, cancellation);
            var runs = await folder.Runs.ListAsync(new(Take: parsed.GetValue(take)), cancellation);
            if (runs.Count == 0) host.Screen.Results.MarkupLine($"No runs in {Rich.Escape(folder.Name)} yet. [bold]coursegen demo[/] makes some.");
            else host.Screen.Results.Write(TableOf(runs));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(CliHost host)
    {
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "Write its timeline as JSON instead." };
        return OneRun.Command(host, "show", "Tell what happened to a run.", (parsed, data, run, cancellation) => parsed.GetValue(json) is { } file
            ? WriteTimelineAsync(data, run, OutputFile.At("--json", file)!, cancellation)
            : ShowAsync(host, data, run, cancellation), json);
    }

    private static async Task<int> WriteTimelineAsync(DataFolder data, Run run, OutputFile file, CancellationToken cancellation)
    {
        var entries = await new Timeline(data.Runs, data.Blobs).ReadAsync(run.Id, 0, cancellation).ToListAsync(cancellation);
        await file.WriteAsync(JsonText.Of(TimelineJson.Write(entries)), cancellation);
        return ExitCode.Done;
    }

    private static Command Export(CliHost host)
    {
        var output = new Option<string>("--out") { HelpName = "DIR", Description = "A new or empty folder for the bundle.", Required = true };
        return OneRun.Command(host, "export", "Put the certified bundle of an authoring run into a folder.", (parsed, data, run, cancellation) =>
            ExportAsync(host, data, run, parsed.GetRequiredValue(output), cancellation), output);
    }

    private static async Task<int> ShowAsync(CliHost host, DataFolder data, Run run, CancellationToken cancellation)
    {
        host.Screen.Results.Write(TableOf([run]));
        if (run.Sentence is { } sentence) host.Screen.Results.MarkupLine(Rich.Escape(sentence));
        await new RunStory(data.Runs, run.Id, Narrators.For(run.Kind, host.Screen.Results)).TellAsync(cancellation);
        return ExitCode.Done;
    }

    private static async Task<int> WatchAsync(CliHost host, DataFolder data, Run run, CancellationToken cancellation)
    {
        var ended = await new RunWatch(data, host.Screen.Results, host.Time).ToEndAsync(run, cancellation);
        if (ended.Sentence is { } sentence) host.Screen.Results.MarkupLine(Rich.Escape(sentence));
        if (ended.Status == RunStatus.Faulted) host.Screen.Next($"Mend what it names, then go on with coursegen runs resume {ended.Id}{data.Option}");
        return ExitOf(ended);
    }

    private static async Task<int> ResumeAsync(CliHost host, DataFolder data, Run run, CancellationToken cancellation)
    {
        await using var workshop = new Workshop(host, data, await Engines.StartAsync(host, cancellation));
        if (Demo.DemoName.Of(run.Id) is { } demo) return await new Demo.DemoScript(workshop, host.Screen).RunAsync(demo, cancellation);
        if (!run.HasWork && run.Status != RunStatus.Waiting) await workshop.Desk.ResumeAsync(run.Id, Environment.UserName, cancellation);
        var ended = await LiveDrive.ToEndAsync(workshop, host.Screen.Progress, run, cancellation);
        host.Screen.Results.Write(TableOf([ended]));
        if (ended.Sentence is { } sentence) host.Screen.Results.MarkupLine(Rich.Escape(sentence));
        if (BundleExport.IsReady(ended)) host.Screen.Results.MarkupLine($"Its bundle is certified: [bold]coursegen runs export {ended.Id} --out DIR{Rich.Escape(data.Option)}[/] puts it into a folder.");
        return ExitOf(ended);
    }

    private static int ExitOf(Run run) => run.Status switch
    {
        RunStatus.Succeeded or RunStatus.Waiting => ExitCode.Done,
        RunStatus.Faulted => ExitCode.Ours,
        _ => ExitCode.Refused,
    };

    private static async Task<int> ExportAsync(CliHost host, DataFolder data, Run run, string output, CancellationToken cancellation)
    {
        BundleExport.RequireRoom(output);
        if (!BundleExport.IsReady(run))
            throw CommandStoppedException.Usage($"Run {run.Id} has no certified bundle; it is {RunStatusNames.Of(run.Status)}.", $"See its story with coursegen runs show {run.Id}{data.Option}");
        host.Screen.Results.MarkupLine($"[green]Certified bundle[/] {await BundleExport.WriteAsync(data, run, output, cancellation)}");
        host.Screen.Results.MarkupLine($"  in {Rich.Escape(Path.GetFullPath(output))}");
        return ExitCode.Done;
    }

    private static async Task<int> CancelAsync(CliHost host, DataFolder data, Run run, CancellationToken cancellation)
    {
        // Ending a run takes no kinds and no engine, and shall not wait for one.
        var desk = new RunDesk(data.Runs, new RunKinds(), host.Ids, new RunBell());
        var now = await desk.CancelAsync(run.Id, Environment.UserName, cancellation);
        host.Screen.Results.MarkupLine(now.Status == RunStatus.Cancelled
            ? $"Run {run.Id} is cancelled."
            : $"Run {run.Id} is told to stop; its worker learns of it within {new RunLoopOptions().Heartbeat.TotalSeconds:0} s and ends the step.");
        return ExitCode.Done;
    }

    private static Table TableOf(IReadOnlyList<Run> runs)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("run").NoWrap()).AddColumns("kind", "what", "stands", "at", "since");
        foreach (var run in runs)
        {
            table.AddRow(
                Rich.Escape(run.Id.Value), run.Kind, Rich.Escape(run.Title), RunStatusNames.Of(run.Status), run.Gate ?? run.Step ?? "",
                $"{run.UpdatedAt:yyyy-MM-dd HH:mm:ss}Z");
        }

        return table;
    }
}
