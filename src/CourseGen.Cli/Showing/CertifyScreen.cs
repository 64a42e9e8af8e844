using CourseGen.App.Verifying;
using CourseGen.Cli.Inputs;
using CourseGen.Domain.Verdicts;
using Spectre.Console;

namespace CourseGen.Cli.Showing;

/// <summary>Evidence on one screen: the verdict, what to change, the matrix, and what it took.</summary>
internal static class CertifyScreen
{
    private const int FindingsShown = 8;
    private const int LogLinesShown = 4;
    private const int FewFindings = 3;
    private const int MostOfMessage = 600;
    private const int SurvivorsShown = 6;
    private const int ChangedLinesShown = 6;
    private const int MostOfLogLine = 110;

    public static void Show(Screen screen, Evidence evidence, OutputFiles files)
    {
        var mark = evidence.Certified ? new Rich("[green bold]✓ Certified[/]") : new Rich("[red bold]✗ Refused[/]");
        screen.Line(Rich.Of($"{mark}  [bold]{evidence.Manifest.Title}[/]"));
        screen.Indented(2, Rich.Of($"{VerdictSentence.Of(evidence)}"));
        Findings(screen, evidence);
        screen.Gap();
        MatrixPicture.Show(screen, MatrixView.Of(evidence));
        screen.Gap();
        Facts(screen, evidence, files);
    }

    private static void Findings(Screen screen, Evidence evidence)
    {
        var findings = evidence.Findings;
        foreach (var finding in findings.Take(FindingsShown))
        {
            var about = string.Join(", ", new[] { finding.Deliverable, finding.Variant }.OfType<string>());
            screen.Gap();
            screen.Indented(2, Rich.Of($"[red]{finding.Code}[/]  [dim]{about}[/]"));
            screen.Indented(4, Rich.Of($"{Rich.Clip(finding.Message, MostOfMessage)}"));
            if (finding.Code == FindingCode.MutantsSurvive) Survivors(screen, evidence.Mutation);
            else foreach (var line in Log(finding, findings.Count)) screen.Indented(6, Rich.Of($"[dim]{line}[/]"));
            screen.Indented(4, Rich.Of($"[bold]→[/] {finding.NextStep}"));
        }

        if (findings.Count <= FindingsShown) return;
        screen.Gap();
        screen.Indented(2, Rich.Of($"… and {findings.Count - FindingsShown} more. --html FILE writes all of them."));
    }

    private static void Survivors(Screen screen, Mutation mutation)
    {
        var survivors = mutation.Of(MutantFate.Survived);
        foreach (var (mutant, promises) in survivors.Take(SurvivorsShown).Select(one => (one.Mutant, one.Promises)))
        {
            var breaks = promises.Count == 0 ? "" : $", probably breaks {string.Join(", ", promises)}";
            screen.Indented(6, Rich.Of($"{mutant.Id}  {$"{mutant.File}:{mutant.Line}"}{breaks}"));
            foreach (var line in Changed(mutant.Diff).Take(ChangedLinesShown))
                screen.Indented(8, line[0] == '-' ? Rich.Of($"[red]{Rich.Clip(line, MostOfLogLine)}[/]") : Rich.Of($"[green]{Rich.Clip(line, MostOfLogLine)}[/]"));
        }

        if (survivors.Count > SurvivorsShown) screen.Indented(6, Rich.Of($"… and {survivors.Count - SurvivorsShown} more survivors. --html FILE shows all of them."));
    }

    // Behind the two lines that name the files.
    private static IEnumerable<string> Changed(string diff) => diff.Split('\n').Skip(2).Where(line => line.StartsWith('-') || line.StartsWith('+'));

    // With many findings the sentences matter more than what each of them printed.
    private static IEnumerable<string> Log(Finding finding, int findings) => findings > FewFindings
        ? []
        : finding.Evidence.Log.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).TakeLast(LogLinesShown).Select(line => Rich.Clip(line, MostOfLogLine));

    private static void Facts(Screen screen, Evidence evidence, OutputFiles files)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, text) in FactsOf(evidence, files))
            grid.AddRow(new Markup(Rich.Of($"[dim]{name}[/]").Markup), new Markup(Rich.Of($"{text}").Markup));
        screen.Results.Write(new Padder(grid, new Padding(2, 0, 0, 0)));
    }

    private static IEnumerable<(string Name, string Text)> FactsOf(Evidence evidence, OutputFiles files)
    {
        var cells = evidence.Matrix.Cells;
        if (cells.Count > 0) yield return ("Runs", Runs(cells, evidence.Timings));
        yield return ("Mutants", Mutants(evidence.Mutation));
        if (ReferenceNeeds.Of(evidence) is { Count: > 0 } needs) yield return ("Limits", Limits(needs));
        yield return ("Engine", $"{evidence.Engine.Name} {evidence.Engine.Version}");
        yield return ("Bundle", evidence.Digest);
        foreach (var note in EvidenceJson.NotesOf(evidence)) yield return ("Note", note);
        if (files.Json is not null) yield return ("JSON", files.Json.FullPath);
        if (files.JUnit is not null) yield return ("JUnit", files.JUnit.FullPath);
        if (files.Sarif is not null) yield return ("SARIF", files.Sarif.FullPath);
        yield return ("Page", files.Html?.FullPath ?? "--html FILE writes the whole picture as a page");
    }

    private static string Runs(IReadOnlyList<MatrixCell> cells, IReadOnlyDictionary<string, TimeSpan> timings)
    {
        var most = cells.Max(cell => cell.Runs.Count);
        var flaky = cells.Count(cell => cell.Flaky);
        var agreed = most == 1 ? "each cell ran once, so nothing is known about flakiness"
            : flaky == 0 ? $"the course's own programs ran {most} times each and always agreed"
            : $"{VerdictSentence.Counted(flaky, "cell")} of {cells.Count} did not agree over {most} runs";
        var time = timings.TryGetValue("total", out var total) ? $" in {total.TotalSeconds:0.0} s" : "";
        return $"{VerdictSentence.Counted(cells.Sum(cell => cell.Runs.Count), "suite run")}{time}; {agreed}";
    }

    private static string Mutants(Mutation mutation)
    {
        var survived = mutation.Count(MutantFate.Survived);
        var sentence = MutationSentence.Of(mutation);
        // When they refuse the course, the finding shows them.
        return survived > 0 && mutation.Holds ? $"{sentence}. --html FILE shows the {VerdictSentence.Counted(survived, "survivor")}" : sentence;
    }

    private static string Limits(IReadOnlyList<LimitUse> needs)
    {
        var most = needs.Where(use => use.Share > 0).OrderByDescending(use => use.Share).Take(2).Select(use => $"{use.Limit} {use.Share:P0} ({use.Shown})");
        return $"the reference needs at most {string.Join(", ", most)}, and less of the others";
    }
}
