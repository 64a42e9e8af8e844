using System.CommandLine;
using CourseGen.App.Bundles;
using CourseGen.App.Verifying;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Bundles;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen bundle init</c>: a bundle to fill in, which refuses until somebody has.</summary>
internal static class BundleInit
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "A new or empty folder." };
        var server = new Option<bool>("--server") { Description = "The learner's program is a server (surface http) and not a command." };
        var command = new Command("init", "Begin a bundle: every file of the contract, with comments that say what belongs there.") { folder, server };
        command.SetAction(parsed => Write(host.Screen, parsed.GetRequiredValue(folder), parsed.GetValue(server) ? Surface.Http : Surface.Command));
        return command;
    }

    private static int Write(Screen screen, string folder, Surface surface)
    {
        BundleExport.RequireRoom(folder);
        Directory.CreateDirectory(folder);
        Skeleton.Write(folder, surface, _ => true);
        screen.Line(Rich.Of($"[green bold]✓ Begun[/]  {Path.GetFullPath(folder)}"));
        screen.Line(Rich.Of($"  {VerdictSentence.Counted(Skeleton.PathsOf(surface).Count, "file")}, each with a comment that says what belongs there. Begin with course.yaml."));
        screen.Line(Rich.Of($"  [bold]coursegen certify {folder}[/] says at any time what is still missing."));
        return ExitCode.Done;
    }
}
