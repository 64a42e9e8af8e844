using System.CommandLine;
using CourseGen.App.Authoring;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Demo;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen demo</c>: the whole flow on a bundled sample, with recorded answers.</summary>
internal static class DemoCommand
{
    public static Command Create(CliHost host)
    {
        var approve = new Option<bool>("--approve") { Description = "Approve the three gates beforehand; without it you are asked." };
        var sample = new Option<string>("--sample")
        {
            HelpName = "DIR",
            Description = "The sample: a folder with brief.yaml and recorded answers.",
            DefaultValueFactory = _ => Samples.Default,
        };
        var data = CommonOptions.Data();
        var command = new Command("demo", "Take a sample's brief through the whole flow, to a learner who completes the course.") { approve, sample, data };
        command.SetAction((parsed, cancellation) =>
            RunAsync(host, parsed.GetRequiredValue(sample), parsed.GetValue(approve), parsed.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, string sample, bool approve, string dataFolder, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(sample);
        var brief = YamlInput.Brief(Path.Combine(folder, "brief.yaml"));
        var setup = new AuthoringSetup("recorded", RecordedFolder: folder, ApproveGates: approve);
        using var data = await DataFolder.OpenAsync(dataFolder, host.Time, cancellation);
        await using var workshop = new Workshop(host, data, await Engines.StartAsync(host, cancellation));
        var demo = DemoName.New(host.Ids);
        var input = RunJson.Write(new AuthoringInput(brief, setup));
        await workshop.Desk.StartAsync(new(AuthoringGraph.KindName, $"Demo: {brief.Title}", input, demo.Authoring), cancellation);
        host.Screen.Progress.MarkupLine($"[bold]{Rich.Escape(brief.Title)}[/] [grey](recorded answers, no model was called)[/]");
        host.Screen.Progress.MarkupLine($"[grey]If it is interrupted: coursegen runs resume {demo.Authoring}{Rich.Escape(data.Option)}[/]");
        return await new DemoScript(workshop, host.Screen).RunAsync(demo, cancellation);
    }
}

/// <summary>Where the bundled samples lie.</summary>
internal static class Samples
{
    /// <summary>The sample beside the program, or the one of the repository the program was built in.</summary>
    public static string Default
    {
        get
        {
            const string name = "samples/url-shortener";
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (Directory.Exists(Path.Combine(folder.FullName, name))) return Path.Combine(folder.FullName, name);
            return name;
        }
    }
}
