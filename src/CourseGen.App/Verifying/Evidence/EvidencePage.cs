using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>
/// Evidence as one page for a person: a file that needs nothing besides itself, runs no script, and reads in light and
/// dark, on paper, without colour and by ear.
/// </summary>
public static class EvidencePage
{
    /// <summary>The page as HTML text.</summary>
    public static string Write(Evidence evidence)
    {
        var verdict = evidence.Certified ? "Certified" : "Refused";
        return Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{verdict}: {evidence.Manifest.Title}</title>
            <style>{EvidenceStyle.Sheet}</style>
            </head>
            <body>
            <main>
            {Header(evidence, verdict)}
            {FindingsPart.Write(evidence)}
            {MatrixPart.Write(evidence)}
            {MutantsPart.Write(evidence)}
            {PromisesPart.Write(evidence)}
            {LimitsPart.Write(evidence)}
            {Facts(evidence)}
            </main>
            </body>
            </html>

            """).Text;
    }

    private static Html Header(Evidence evidence, string verdict) => Html.Of($"""
        <header>
        <p class="eyebrow">CourseGen evidence</p>
        <h1>{evidence.Manifest.Title}</h1>
        <p class="verdict {(evidence.Certified ? "good" : "bad")}"><span class="seal" aria-hidden="true">{(evidence.Certified ? "✓" : "✗")}</span><span><strong>{verdict}.</strong> {VerdictSentence.Of(evidence)}</span></p>
        <p class="summary">{evidence.Manifest.Summary}</p>
        </header>
        """);

    private static Html Facts(Evidence evidence)
    {
        var manifest = evidence.Manifest;
        var engine = evidence.Engine;
        var notes = EvidenceJson.NotesOf(evidence);
        return Html.Of($"""
            <section aria-labelledby="facts">
            <h2 id="facts">What was run, and where</h2>
            <dl>
            {Fact("Course", manifest.Slug)}
            {Fact("Stack", string.Join(", ", StackOf(manifest.Stack)))}
            {Fact("Bundle", evidence.Digest)}
            {Fact("Engine", $"{engine.Name} {engine.Version}")}
            {Fact("Image", engine.ImageDigest ?? "none: the host's own toolchain")}
            {Fact("Guarantees missing", engine.Missing.Count == 0 ? "none" : string.Join("; ", engine.Missing))}
            </dl>
            {Html.If(notes.Count > 0, () => Html.Of($"<h3>Notes</h3><ul>{notes.Select(note => Html.Of($"<li>{note}</li>"))}</ul>"))}
            </section>
            """);
    }

    private static Html Fact(string term, string text) => Html.Of($"<div><dt>{term}</dt><dd>{text}</dd></div>");

    private static IEnumerable<string> StackOf(StackContract stack) =>
        new[] { $"{stack.Language} {stack.LanguageVersion}".Trim(), stack.Framework, stack.PackageManager, stack.Database, stack.Cache }
            .Where(part => part is not ("" or "none"));
}
