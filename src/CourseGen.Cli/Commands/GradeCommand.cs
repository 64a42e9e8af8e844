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
        var command = new Command("grade", "Grade one workspace against a bundle.") { folder, workspace, deliverable, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            host, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(workspace), parsed.GetValue(deliverable),
            OutputFile.At("--json", parsed.GetValue(json)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        CliHost host, string folder, string workspace, string? deliverable, OutputFile? json, CancellationToken cancellation)
    {
        var bundle = BundleFolder.Read(folder);
        IReadOnlyList<Deliverable> chosen = deliverable is null
            ? bundle.Manifest.Deliverables
            : [BundleFolder.Deliverable(bundle.Manifest, "--deliverable", deliverable)];
        var files = WorkspaceFolder.Read(workspace);
        await using var sandbox = await Engines.StartAsync(host, cancellation);
        var grade = await ProgressView.RunAsync(host, "Preparing the reference", progress =>
            new GradeRun(sandbox, host.Ids, bundle).RunAsync(files, chosen, progress, cancellation));
        if (json is not null) await json.WriteAsync(GradeJson.Write(grade), cancellation);
        GradeScreen.Show(host.Screen, grade);
        return grade.Passed ? ExitCode.Done : ExitCode.Refused;
    }
}
