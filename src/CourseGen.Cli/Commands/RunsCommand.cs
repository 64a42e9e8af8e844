using System.CommandLine;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Live;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen runs</c>: see what the local store works on, go on with it, or end it.</summary>
internal static class RunsCommand
{
    public static Command Make(Shell shell) => new("runs", "See, resume and cancel runs")
    {
        List(shell),
        OnOne(shell, "show", "What happened to a run", ShowAsync),
        OnOne(shell, "resume", "Go on with a run that was interrupted, blocked or faulted", ResumeAsync),
        OnOne(shell, "cancel", "End a run", CancelAsync),
    };

    private static Command List(Shell shell)
    {
        var data = CommonOptions.Data();
        var take = new Option<int>("--take") { Description = "The most runs to list", DefaultValueFactory = _ => 20 };
        var command = new Command("list", "The newest runs") { data, take };
        command.SetAction((parsed, cancellation) => shell.GuardAsync(async () =>
        {
            using var folder = DataFolder.Open(parsed.GetRequiredValue(data));
            var runs = await folder.Runs.ListAsync(new(Take: parsed.GetValue(take)), cancellation);
            if (runs.Count == 0) shell.Result.MarkupLine($"No runs in {Markup.Escape(folder.Path)} yet. [bold]coursegen demo[/] makes some.");
            else shell.Result.Write(TableOf(runs));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command OnOne(Shell shell, string name, string description, Func<Shell, DataFolder, Run, CancellationToken, Task<int>> act)
    {
        var id = new Argument<string>("id") { Description = "The run" };
        var data = CommonOptions.Data();
        var command = new Command(name, description) { id, data };
        command.SetAction((parsed, cancellation) => shell.GuardAsync(async () =>
        {
            using var folder = DataFolder.Open(parsed.GetRequiredValue(data));
            var run = await folder.Runs.FindAsync(new(parsed.GetRequiredValue(id)), cancellation)
                ?? throw new UsageException($"There is no run {parsed.GetRequiredValue(id)} in {folder.Path}. `coursegen runs list` shows them.");
            return await act(shell, folder, run, cancellation);
        }));
        return command;
    }

    private static async Task<int> ShowAsync(Shell shell, DataFolder data, Run run, CancellationToken cancellation)
    {
        shell.Result.Write(TableOf([run]));
        if (run.Sentence is { } sentence) shell.Result.MarkupLine(Markup.Escape(sentence));
        var narrator = Narrators.For(run.Kind, shell.Result);
        for (var page = await data.Runs.ReadEventsAsync(run.Id, 0, 500, cancellation); page.Count > 0; page = await data.Runs.ReadEventsAsync(run.Id, page[^1].Sequence, 500, cancellation))
            foreach (var told in page) narrator.Tell(told);
        return ExitCodes.Done;
    }

    private static async Task<int> ResumeAsync(Shell shell, DataFolder data, Run run, CancellationToken cancellation)
    {
        await using var workshop = new Workshop(data, await shell.OpenSandboxAsync(cancellation));
        if (Demo.DemoName.Of(run.Id) is { } demo) return await new Demo.DemoScript(workshop, shell).RunAsync(demo, cancellation);
        if (!run.HasWork && run.Status != RunStatus.Waiting) await workshop.Desk.ResumeAsync(run.Id, Environment.UserName, cancellation);
        var ended = await RunDrive.ToEndAsync(workshop, shell.Progress, run.Id, cancellation);
        shell.Result.Write(TableOf([ended]));
        if (ended.Sentence is { } sentence) shell.Result.MarkupLine(Markup.Escape(sentence));
        return ended.Status switch
        {
            RunStatus.Succeeded or RunStatus.Waiting => ExitCodes.Done,
            RunStatus.Faulted => ExitCodes.Ours,
            _ => ExitCodes.Refused,
        };
    }

    private static async Task<int> CancelAsync(Shell shell, DataFolder data, Run run, CancellationToken cancellation)
    {
        await using var workshop = new Workshop(data, await shell.OpenSandboxAsync(cancellation));
        var now = await workshop.Desk.CancelAsync(run.Id, Environment.UserName, cancellation);
        shell.Result.MarkupLine(now.Status == RunStatus.Cancelled
            ? $"Run {run.Id} is cancelled."
            : $"Run {run.Id} is told to stop; its worker ends the step within two seconds.");
        return ExitCodes.Done;
    }

    private static Table TableOf(IReadOnlyList<Run> runs)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("run", "kind", "what", "stands", "at", "since");
        foreach (var run in runs)
        {
            table.AddRow(
                Markup.Escape(run.Id.Value), run.Kind, Markup.Escape(run.Title), RunStatusNames.Of(run.Status), run.Gate ?? run.Step ?? "",
                $"{run.UpdatedAt:yyyy-MM-dd HH:mm:ss}Z");
        }

        return table;
    }
}
