using System.CommandLine;
using CourseGen.Cli.Composition;

namespace CourseGen.Cli;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = $"The folder of the local store, or a PostgreSQL database: postgres://user@host/database. Default: ${DataFolder.Variable}, or your own data folder.",
        HelpName = "PLACE",
        DefaultValueFactory = _ => DataFolder.Default,
    };
}
