using System.CommandLine;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen doctor</c>: what this machine can run, and what to install.</summary>
internal static class DoctorCommand
{
    public static Command Create(CliHost host)
    {
        var command = new Command("doctor", "Say what this machine can run, and what to install.");
        command.SetAction((_, cancellation) => RunAsync(host, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, CancellationToken cancellation)
    {
        var looks = new List<EngineLook>();
        foreach (var engine in Engines.All) looks.Add(await Engines.LookAsync(host, engine, cancellation));
        var usable = DoctorScreen.Show(host.Screen, looks);
        return usable ? ExitCode.Done : ExitCode.Refused;
    }
}
