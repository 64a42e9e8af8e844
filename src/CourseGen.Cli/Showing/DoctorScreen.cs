using CourseGen.Sandbox;

namespace CourseGen.Cli.Showing;

/// <summary>What this machine can run, guarantee by guarantee.</summary>
internal static class DoctorScreen
{
    /// <summary>Shows it, and says whether anything can be run here.</summary>
    public static bool Show(Screen screen, EngineReport? report, string? reason)
    {
        if (report is null)
        {
            screen.Line(Rich.Of($"[red bold]✗ Nothing can be run here.[/] {reason}"));
            screen.Indented(2, new("[bold]→[/] 'make setup' in the project installs what is missing, or prints the command."));
            return false;
        }

        screen.Line(Rich.Of($"{Verdict(report)} {report.Name} {report.Version}"));
        foreach (var guarantee in report.Guarantees) Show(screen, guarantee);
        screen.Gap();
        screen.Indented(2, new("Courses use the toolchains that are installed under /usr; a course that lacks one says so when it installs."));
        screen.Indented(2, new("[dim]docker and podman are not available as engines in this version.[/]"));
        return report.Usable;
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
