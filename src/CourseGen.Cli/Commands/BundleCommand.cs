using System.CommandLine;
using CourseGen.App.Bundles;
using CourseGen.App.Verifying;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Bundles;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen bundle</c>: what can be done with a bundle without running it.</summary>
internal static class BundleCommand
{
    public static Command Create(CliHost host) => new("bundle", "Begin, import and look at bundles; runs nothing.") { BundleInit.Create(host), BundleImport.Create(host), Check(host) };

    private static Command Check(CliHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "The bundle's folder." };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "Write the outcome as JSON." };
        var command = new Command("check", "Check layout and manifest against the contract.") { folder, json };
        command.SetAction((parsed, cancellation) =>
            CheckAsync(host.Screen, parsed.GetRequiredValue(folder), OutputFile.At("--json", parsed.GetValue(json)), cancellation));
        return command;
    }

    private static async Task<int> CheckAsync(Screen screen, string folder, OutputFile? json, CancellationToken cancellation)
    {
        try
        {
            var bundle = BundleFolder.Read(folder);
            if (json is not null) await json.WriteAsync(BundleCheckJson.Write(bundle), cancellation);
            Show(screen, bundle);
            return ExitCode.Done;
        }
        catch (BundleInvalidException invalid) when (json is not null)
        {
            await json.WriteAsync(BundleCheckJson.Write(invalid), cancellation);
            throw;
        }
    }

    private static void Show(Screen screen, Bundle bundle)
    {
        var manifest = bundle.Manifest;
        screen.Line(Rich.Of($"[green bold]✓ Valid[/]  {manifest.Title}"));
        screen.Line(Rich.Of(
            $"  {VerdictSentence.Counted(manifest.Deliverables.Count, "deliverable")}, {VerdictSentence.Counted(bundle.Variants.Count, "variant")}, {VerdictSentence.Counted(bundle.Files.Files.Count, "file")}"));
        screen.Line(Rich.Of($"  [dim]bundle[/] {bundle.Digest}"));
        foreach (var path in BundleReader.RunBitsRepaired(bundle)) screen.Line(Rich.Of($"  [dim]{path} lacks the run bit; it is taken as if it had it.[/]"));
        screen.Line(Rich.Of($"  Nothing was run. [bold]coursegen certify {bundle.Folder}[/] proves it."));
    }
}
