using System.Globalization;
using System.Text;
using System.Xml;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>
/// Evidence as JUnit XML, which most CI systems show: a test case per cell of the matrix that fails when the cell is not as it
/// must be, and one per finding that no cell tells.
/// </summary>
public static class EvidenceJUnit
{
    private const string Rules = "rules";

    /// <summary>The evidence as XML text.</summary>
    public static string Write(Evidence evidence)
    {
        var suites = MatrixView.Of(evidence).Groups.Select(group => CasesOf(evidence, group)).Append(RulesOf(evidence)).ToList();
        return Write(evidence.Manifest.Slug, suites);
    }

    /// <summary>The same form for a bundle that breaks the contract.</summary>
    public static string Write(BundleInvalidException invalid) => Write("bundle",
        [new(Rules, [.. invalid.Errors.Select(error => new Case($"bundle.{FindingCode.BundleInvalid}", error.ToString(), TimeSpan.Zero, new(FindingCode.BundleInvalid, error.ToString(), "")))])]);

    private static Suite CasesOf(Evidence evidence, RowGroup group) => new(group.Title,
    [
        .. group.Rows.SelectMany(row => row.Cells.OfType<CellView>()).Select(view => new Case(
            $"{evidence.Manifest.Slug}.{view.Cell.Row.Name}", view.Cell.Target.Suite.ToString(),
            TimeSpan.FromTicks(view.Cell.Runs.Sum(run => (run.Cost.Boot + run.Cost.Suite).Ticks)), view.Trouble ? FailureOf(evidence, view.Cell) : null)),
    ]);

    private static Failure FailureOf(Evidence evidence, MatrixCell cell) =>
        FindingOf(evidence, cell) is { } finding
            ? FailureOf(finding)
            : new(EvidenceNames.OutcomeOf(cell), $"{cell.Row.Name} on {cell.Target.Suite} is {EvidenceNames.OutcomeOf(cell)} and must {EvidenceNames.Of(cell.Target.Expected)}.", cell.First.Log);

    // Most CI systems show one failure of a case, so further findings about a cell have cases of their own.
    private static Finding? FindingOf(Evidence evidence, MatrixCell cell) =>
        evidence.Findings.FirstOrDefault(finding => finding.Variant == cell.Row.Name && finding.Evidence.Suite == cell.Target.Suite.ToString());

    // A course without such a finding shows by a case that passes that the rules were applied.
    private static Suite RulesOf(Evidence evidence)
    {
        var told = evidence.Matrix.Cells.Select(cell => FindingOf(evidence, cell)).ToHashSet();
        var apart = evidence.Findings.Where(finding => !told.Contains(finding)).ToList();
        return new(Rules, apart.Count == 0
            ? [new($"{evidence.Manifest.Slug}.{Rules}", "every rule that is about no single cell", TimeSpan.Zero, null)]
            : [.. apart.Select(finding => new Case($"{evidence.Manifest.Slug}.{finding.Code}", finding.Message, TimeSpan.Zero, FailureOf(finding)))]);
    }

    private static Failure FailureOf(Finding finding) => new(finding.Code, finding.Message, $"{finding.NextStep}\n{finding.Evidence.Log}");

    private static string Write(string name, IReadOnlyList<Suite> suites)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            Counted(xml, name, [.. suites.SelectMany(suite => suite.Cases)]);
            foreach (var suite in suites)
            {
                xml.WriteStartElement("testsuite");
                Counted(xml, suite.Name, suite.Cases);
                foreach (var one in suite.Cases) Write(xml, one);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text + "\n";
    }

    private static void Counted(XmlWriter xml, string name, IReadOnlyList<Case> cases)
    {
        xml.WriteAttributeString("name", Clean(name));
        xml.WriteAttributeString("tests", $"{cases.Count}");
        xml.WriteAttributeString("failures", $"{cases.Count(one => one.Failure is not null)}");
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("time", Seconds(TimeSpan.FromTicks(cases.Sum(one => one.Time.Ticks))));
    }

    private static void Write(XmlWriter xml, Case one)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(one.Class));
        xml.WriteAttributeString("name", Clean(one.Name));
        xml.WriteAttributeString("time", Seconds(one.Time));
        if (one.Failure is { } failure)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", Clean(failure.Code));
            xml.WriteAttributeString("message", Clean(failure.Message));
            xml.WriteString(Clean(failure.Log));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // What programs print may hold characters that XML has no way to write.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        return clean.ToString();
    }

    private sealed record Suite(string Name, IReadOnlyList<Case> Cases);

    private sealed record Case(string Class, string Name, TimeSpan Time, Failure? Failure);

    private sealed record Failure(string Code, string Message, string Log);
}
