using System.CommandLine;

namespace CourseGen.Cli.Commands;

/// <summary>Every command there is. A new one is a file beside this one and a line in here.</summary>
internal static class CommandList
{
    public static RootCommand Root(CliHost host) =>
        new("Turns a brief into a proved programming course, and proves courses that people write.")
        {
            BundleCommand.Create(host),
            CertifyCommand.Create(host),
            GradeCommand.Create(host),
            DemoCommand.Create(host),
            AuthorCommand.Create(host),
            RunsCommand.Create(host),
            GateCommand.Create(host),
            WorkerCommand.Create(host),
            DoctorCommand.Create(host),
        };
}
