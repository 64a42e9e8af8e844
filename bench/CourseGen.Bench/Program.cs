using CourseGen.Bench;
using CourseGen.Bench.Boxes;
using CourseGen.Bench.Engine;
using CourseGen.Bench.Harness;
using Spectre.Console;

// Every bench there is. A new one is a file and a line in here. Arguments choose benches by a part of their name.
Measurement[] benches = [new QuartzBench(), new StepsBench(), new EventsBench(), new WaitingRunsBench(), new CertifyBench(), new GradeBench(), new SandboxBench()];

var chosen = benches.Where(bench => args.Length == 0 || args.Any(part => bench.Name.Contains(part, StringComparison.OrdinalIgnoreCase)));
foreach (var bench in chosen)
{
    var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape(bench.Name)).AddColumns("what", "value", "against");
    await foreach (var row in bench.MeasureAsync()) table.AddRow(Markup.Escape(row.What), $"{row.Value:N1} {Markup.Escape(row.Unit)}", Markup.Escape(row.Against));
    AnsiConsole.Write(table);
}
