using System.CommandLine;
using CourseGen.App.Bundles;
using CourseGen.App.Verifying;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen bundle import</c>: a bundle out of files in another layout.</summary>
internal static class BundleImport
{
    public static Command Create(CliHost host)
    {
        var mapping = new Argument<string>("MAPPING") { Description = "A YAML file that says which file goes where." };
        var folder = new Argument<string>("DIR") { Description = "A new or empty folder for the bundle." };
        var command = new Command("import", "Make a bundle of an exercise in another layout.") { mapping, folder };
        command.SetAction(parsed => Write(host.Screen, parsed.GetRequiredValue(mapping), parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Write(Screen screen, string file, string folder)
    {
        if (!File.Exists(file)) throw CommandStoppedException.Usage($"There is no file '{file}'.", "Name the mapping; docs/importing.md shows two.");
        BundleExport.RequireRoom(folder);
        var mapping = ImportMapping.Read(file);
        Directory.CreateDirectory(folder);
        Import.Run(mapping, folder);
        var bundle = BundleFolder.Read(folder);
        screen.Line(Rich.Of($"[green bold]✓ Imported[/]  {bundle.Manifest.Title}"));
        screen.Line(Rich.Of($"  {VerdictSentence.Counted(bundle.Files.Files.Count, "file")} in {Path.GetFullPath(folder)}"));
        screen.Line(Rich.Of($"  [bold]coursegen certify {folder}[/] says what is still missing."));
        return ExitCode.Done;
    }
}
