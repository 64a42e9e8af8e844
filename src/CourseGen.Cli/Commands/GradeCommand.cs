using System.CommandLine;
using CourseGen.Cli.Grading;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Bundles;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen grade</c>: one learner's workspace against a bundle.</summary>
internal static class GradeCommand
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "The bundle's folder." };
        var workspace = new Option<string>("--workspace") { HelpName = "DIR", Description = "The learner's repository.", Required = true };
        var deliverable = new Option<string?>("--deliverable") { HelpName = "ID", Description = "Grade one deliverable. Without it, all." };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "Write the scorecard as JSON." };
        var engine = Engines.Option();
        var image = Engines.ImageOption();
        var command = new Command("grade", "Grade one workspace against a bundle.") { folder, workspace, deliverable, engine, image, json };
        command.SetAction((parsed, cancellation) =>
        {
            var choice = Engines.Require(parsed.GetRequiredValue(engine), parsed.GetValue(image));
            var wish = new Wish(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(workspace), parsed.GetValue(deliverable), choice);
            return RunAsync(host, wish, OutputFile.At("--json", parsed.GetValue(json)), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, Wish wish, OutputFile? json, CancellationToken cancellation)
    {
        var bundle = BundleFolder.Read(wish.Folder);
        IReadOnlyList<Deliverable> chosen = wish.Deliverable is { } deliverable
            ? [BundleFolder.Deliverable(bundle.Manifest, "--deliverable", deliverable)]
            : bundle.Manifest.Deliverables;
        var files = WorkspaceFolder.Read(wish.Workspace);
        await using var sandbox = await Engines.StartForAsync(host, wish.Engine, bundle, cancellation);
        var graded = await ProgressView.RunAsync(host, "Preparing the reference", progress =>
            new GradeRun(sandbox, host.Ids, bundle).RunAsync(files, chosen, progress, cancellation));
        if (json is not null) await json.WriteAsync(GradeJson.Write(graded), cancellation);
        GradeScreen.Show(host.Screen, graded);
        return graded.Scorecard.Passed ? ExitCode.Done : ExitCode.Refused;
    }

    private sealed record Wish(string Folder, string Workspace, string? Deliverable, EngineChoice Engine);
}
