using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>
/// Findings as SARIF 2.1.0, which code hosts show beside the line they are about: each finding at the file it is best mended in, and
/// each surviving mutant at its line of the reference. Those that the author acknowledged are suppressed, with the author's reason.
/// </summary>
/// <param name="product">The version of this program.</param>
/// <param name="folder">Where the bundle lies, relative to the root of its repository; empty for the root.</param>
public sealed class EvidenceSarif(string product, string folder)
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The evidence as SARIF text.</summary>
    public string Write(Bundle bundle, Evidence evidence) => Write(
    [
        .. evidence.Findings.Select(finding => Result(finding.Code, "error", $"{finding.Message} {finding.NextStep}", PlaceOf(bundle, finding), 1)),
        .. evidence.Mutation.Of(MutantFate.Survived).Select(one => Result(bundle, one)),
        .. evidence.Mutation.Of(MutantFate.Acknowledged).Select(one => Result(bundle, one) with { Suppressions = [new("external", one.Why)] }),
    ]);

    /// <summary>The same form for a bundle that breaks the contract.</summary>
    public string Write(BundleInvalidException invalid) =>
        Write([.. invalid.Errors.Select(error => Result(FindingCode.BundleInvalid, "error", error.ToString(), error.Path, error.Line ?? 1))]);

    private string Write(IReadOnlyList<SarifResult> results)
    {
        var rules = results.Select(result => result.RuleId).Distinct(StringComparer.Ordinal)
            .Select(code => new SarifRule(code, new(FindingWords.Of(code)))).ToList();
        return JsonSerializer.Serialize(new SarifLog(Schema, "2.1.0", [new(new(new("CourseGen", product, rules)), results)]), Shape) + "\n";
    }

    private SarifResult Result(string code, string level, string message, string path, int line) =>
        new(code, level, new(message), [new(new(new(UriOf(path)), new(line)))]);

    private SarifResult Result(Bundle bundle, MutantOutcome survivor) =>
        Result(FindingCode.MutantsSurvive, "note", MessageOf(survivor), $"{bundle.Reference.FilesFolder}/{survivor.Mutant.File}", survivor.Mutant.Line);

    private string UriOf(string path) => string.Join('/', $"{folder}/{path}".Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));

    private static string MessageOf(MutantOutcome survivor)
    {
        var breaks = survivor.Promises.Count == 0 ? "" : $" It probably breaks {string.Join(", ", survivor.Promises)}.";
        return $"Mutant {survivor.Mutant.Id} survives: no hidden check fails on it.{breaks}\n{survivor.Mutant.Diff}";
    }

    // The first of these that there is: what showed it, the suite that judged it, the deliverable's brief, the manifest.
    private static string PlaceOf(Bundle bundle, Finding finding)
    {
        string?[] places =
        [
            finding.Code switch
            {
                FindingCode.InstallFailed => $"starter/{BundleLayout.Install}",
                FindingCode.VerifyFailed => $"starter/{BundleLayout.Verify}",
                FindingCode.StarterDoesNotBoot => $"starter/{BundleLayout.Run}",
                // Their sentences begin with the file they are about.
                FindingCode.ReadmeBroken or FindingCode.HiddenLeaked or FindingCode.ReferenceLeaked or FindingCode.ProtocolNotAuthored => finding.Message.Split(' ', '!')[0],
                _ => null,
            },
            finding.Variant is { } variant ? $"variants/{variant}/variant.yaml" : null,
            finding.Evidence.Suite is { } suite ? $"checks/{suite}/check.sh" : null,
            finding.Deliverable is { } deliverable ? $"briefs/{deliverable}.md" : null,
        ];
        return places.OfType<string>().FirstOrDefault(path => bundle.Files.Find(path) is not null) ?? BundleLayout.ManifestFile;
    }

    private sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<SarifRun> Runs);

    private sealed record SarifRun(SarifTool Tool, IReadOnlyList<SarifResult> Results);

    private sealed record SarifTool(SarifDriver Driver);

    private sealed record SarifDriver(string Name, string SemanticVersion, IReadOnlyList<SarifRule> Rules);

    private sealed record SarifRule(string Id, SarifText ShortDescription);

    private sealed record SarifText(string Text);

    private sealed record SarifResult(string RuleId, string Level, SarifText Message, IReadOnlyList<SarifLocation> Locations)
    {
        public IReadOnlyList<SarifSuppression>? Suppressions { get; init; }
    }

    private sealed record SarifSuppression(string Kind, string Justification);

    private sealed record SarifLocation(SarifPlace PhysicalLocation);

    private sealed record SarifPlace(SarifArtifact ArtifactLocation, SarifRegion Region);

    private sealed record SarifArtifact(string Uri);

    private sealed record SarifRegion(int StartLine);
}
