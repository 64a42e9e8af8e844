using System.Text;
using CourseGen.App.Verifying.Leaks;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>What can be refused by reading the bundle, before anything runs.</summary>
internal static class StaticRules
{
    private const int ScriptBytes = 64 * 1024;
    private const int LongestFirstLine = 256;

    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> Notes) Apply(Bundle bundle)
    {
        var (leaks, notes) = LeakRules.Apply(bundle);
        var readme = ReadmeRules.Apply(bundle);
        return
        ([
            .. Protocol(bundle),
            .. bundle.Manifest.Deliverables.SelectMany(deliverable => SameSuites(bundle, deliverable)),
            .. leaks,
            .. readme.Findings,
        ], [.. notes, .. readme.Notes, .. bundle.Files.Files.Where(file => !file.Link && IsStartedInVain(Path.Combine(bundle.Folder, file.Path))).Select(file =>
            $"{file.Path} begins with a #! line that ends with CR LF, so whoever starts it looks for a program whose name ends with CR. End its lines with LF.")]);
    }

    private static bool IsStartedInVain(string path)
    {
        var start = new byte[LongestFirstLine];
        using var file = File.OpenRead(path);
        var line = start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        return line.StartsWith("#!"u8) && line.IndexOf((byte)'\n') is var end and > 0 && line[end - 1] == (byte)'\r';
    }

    /// <summary>Protocol scripts that are missing or still the unauthored default.</summary>
    private static IEnumerable<Finding> Protocol(Bundle bundle)
    {
        foreach (var script in BundleLayout.ProtocolOf(bundle.Manifest.Surface))
        {
            var path = $"starter/{script}";
            var entry = bundle.Files.Find(path);
            var text = entry is null || entry.Length > ScriptBytes ? "" : Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(bundle.Folder, path)));
            if (entry is not null && entry.Length > 0 && !BundleTemplates.IsUnauthored(text)) continue;
            yield return new(FindingCode.ProtocolNotAuthored, null, null,
                entry is null ? $"{path} is missing." : $"{path} is still the unauthored default.",
                $"Write {path}: {Purpose(script)}", FindingEvidence.None);
        }
    }

    private static string Purpose(string script) => script switch
    {
        BundleLayout.Install => "it brings the dependencies, deterministically.",
        BundleLayout.Verify => "it compiles or type-checks the project.",
        _ => "it runs the server in the foreground on $PORT.",
    };

    private static IEnumerable<Finding> SameSuites(Bundle bundle, Deliverable deliverable)
    {
        if (!Content(bundle, deliverable, SuiteKind.Visible).SetEquals(Content(bundle, deliverable, SuiteKind.Hidden))) yield break;
        yield return new(FindingCode.HiddenEqualsVisible, deliverable.Id, null,
            $"The hidden suite of '{deliverable.Id}' is made of the same files as the visible one, so it can find nothing more.",
            "Write hidden checks that differ in kind: other inputs, boundaries, properties, load.", FindingEvidence.None);
    }

    private static HashSet<string> Content(Bundle bundle, Deliverable deliverable, SuiteKind kind) =>
        ScratchFolder.PartOf(bundle, new SuiteId(deliverable.Id, kind).Folder)
            .Select(part => bundle.Files.Find($"{new SuiteId(deliverable.Id, kind).Folder}/{part.Path}")!.Blob.Value).ToHashSet(StringComparer.Ordinal);
}
