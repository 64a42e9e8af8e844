using CourseGen.App.Verifying;
using Spectre.Console;

namespace CourseGen.Cli.Showing;

/// <summary>The matrix in a few lines: a row per kind of variant, in each column one symbol per variant.</summary>
internal static class MatrixPicture
{
    public static void Show(Screen screen, MatrixView view)
    {
        if (view.Groups.Count == 0) return;
        var table = new Table().Border(TableBorder.None).Collapse();
        table.AddColumn(new TableColumn("").PadRight(3));
        var named = "";
        foreach (var suite in view.Suites)
        {
            var name = suite.Deliverable == named ? "" : suite.Deliverable;
            named = suite.Deliverable;
            table.AddColumn(new TableColumn(new Markup(Rich.Of($"[bold]{name}[/]\n[dim]{suite.KindName}[/]").Markup)).PadRight(3));
        }

        foreach (var group in view.Groups)
            table.AddRow([new Markup(Rich.Of($"{group.Title}").Markup), .. view.Suites.Select((_, column) => new Markup(Symbols(group, column).Markup))]);
        screen.Results.Write(new Padder(table, new Padding(2, 0, 0, 0)));
        screen.Indented(3, new("[green]✓[/] passed  [blue]✗[/] failed  [blue]⊘[/] did not run to its end  [red]≈[/] disagreed with itself  [red bold]![/] not as it must be"));
    }

    private static Rich Symbols(RowGroup group, int column) =>
        Rich.Join(" ", group.Rows.Select(row => row.Cells[column]).OfType<CellView>().Select(Symbol));

    private static Rich Symbol(CellView view) =>
        view.Trouble ? Rich.Of($"[red bold]!{view.Symbol}[/]")
        : view.Outcome == "passed" ? Rich.Of($"[green]{view.Symbol}[/]")
        : Rich.Of($"[blue]{view.Symbol}[/]");
}
