using CourseGen.App.Authoring;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>The narrator of each kind of run.</summary>
internal static class Narrators
{
    public static INarrator For(string kind, IAnsiConsole console) =>
        kind == AuthoringGraph.KindName ? new AuthoringNarrator(console) : new StepNarrator(console);
}
