using CourseGen.Cli.Inputs;
using CourseGen.Sandbox;

namespace CourseGen.Cli.Showing;

/// <summary>What this machine can run, guarantee by guarantee.</summary>
internal static class DoctorScreen
{
    /// <summary>Shows it engine by engine, and says whether anything can be run here.</summary>
    public static bool Show(Screen screen, IReadOnlyList<EngineLook> looks)
    {
        foreach (var look in looks)
        {
            Show(screen, look);
            screen.Gap();
        }

        var usable = looks.FirstOrDefault(look => look.Report is { Usable: true });
        screen.Line(usable is null
            ? new("[red bold]✗ Nothing can be run here.[/] 'make setup' in the project installs what is missing, or prints the command.")
            : Rich.Of($"Without --engine, courses run with {usable.Name}. They use the toolchains that are installed under /usr; a course that lacks one says so when it installs."));
        return usable is not null;
    }

    private static void Show(Screen screen, EngineLook look)
    {
        if (look.Report is not { } report)
        {
            screen.Line(Rich.Of($"[red bold]✗ Nothing can be run here with[/] {look.Name}: {look.Reason}"));
            return;
        }

        screen.Line(Rich.Of($"{Verdict(report)} {report.Name} {report.Version}"));
        foreach (var guarantee in report.Guarantees) Show(screen, guarantee);
    }

    private static Rich Verdict(EngineReport report) =>
        !report.Usable ? new("[red bold]✗ Nothing can be run here with[/]")
        : report.Guarantees.All(one => one.Holds) ? new("[green bold]✓ Courses can be run and proved here with[/]")
        : new("[yellow bold]! Courses can be run here, with fewer guarantees, with[/]");

    private static void Show(Screen screen, Guarantee guarantee)
    {
        var mark = guarantee.Holds ? new Rich("[green]✓[/]") : guarantee.Required ? new Rich("[red]✗[/]") : new Rich("[yellow]![/]");
        screen.Indented(2, Rich.Of($"{mark} {guarantee.Name}"));
        if (!guarantee.Holds) screen.Indented(4, Rich.Of($"[bold]→[/] {guarantee.Remedy ?? "no remedy is known"}"));
    }
}
