using System.Text.Encodings.Web;
using System.Text.Json;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>
/// Writes evidence as the JSON of the bundle contract. The same runs give the same text, apart from what they took
/// (<c>timings</c>, <c>wall_ms</c>, <c>cpu_ms</c>, <c>peak_memory_bytes</c>).
/// </summary>
public static class EvidenceJson
{
    // A program reads this from a file, never a browser from a page: quotes and letters may stay as they are.
    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The evidence as JSON text.</summary>
    public static string Write(Evidence evidence)
    {
        var document = new EvidenceDocument(
            Evidence.Format, evidence.Manifest.Slug, evidence.Digest, EngineOf(evidence.Engine),
            evidence.Certified ? EvidenceNames.Certified : EvidenceNames.Refused,
            [.. evidence.Findings.Select(FindingOf)], [.. evidence.Matrix.Cells.Select(CellOf)], MutationOf(evidence.Mutation), RosterOf(evidence), evidence.Reused,
            evidence.Timings.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .ToDictionary(pair => $"{pair.Key}_ms", pair => (long)pair.Value.TotalMilliseconds, StringComparer.Ordinal),
            NotesOf(evidence));
        return Write(document);
    }

    /// <summary>The same form for a bundle that breaks the contract, so that nothing of it was run.</summary>
    public static string Write(BundleInvalidException invalid, int seed) =>
        Write(new EvidenceDocument(
            Evidence.Format, null, null, null, EvidenceNames.Refused, [.. invalid.Errors.Select(InvalidOf)], [],
            MutationOf(Mutation.None(seed, new(), "The bundle is invalid, so nothing was run.")),
            new Dictionary<string, IReadOnlyList<RosterEntry>>(StringComparer.Ordinal), 0, new Dictionary<string, long>(StringComparer.Ordinal), []));

    /// <summary>What the evidence cannot vouch for, and what else a person should know.</summary>
    public static IReadOnlyList<string> NotesOf(Evidence evidence) =>
    [
        .. evidence.Engine.Missing.Select(guarantee => $"This machine did not give the guarantee: {guarantee}."),
        .. VerdictSentence.LeftOut(evidence).Select(id => $"'{id}' was left out; only a whole run certifies the course."),
        .. evidence.Reused == 0 ? [] : new[] { $"{VerdictSentence.Counted(evidence.Reused, "suite run")} come from earlier certifications, whose outcome nothing changed; --fresh runs everything again. Publishing never takes them." },
        .. MatrixRules.NotesOf(evidence),
        .. evidence.Notes,
    ];

    private static string Write(EvidenceDocument document) => JsonSerializer.Serialize(document, Shape) + "\n";

    private static EngineDocument EngineOf(EngineIdentity engine) => new(engine.Name, engine.Version, engine.ImageDigest);

    private static FindingDocument FindingOf(Finding finding) => new(
        finding.Code, finding.Deliverable, finding.Variant, finding.Message, finding.NextStep,
        new(finding.Evidence.Suite, finding.Evidence.Checks, finding.Evidence.Log));

    private static FindingDocument InvalidOf(BundleError error) => new(
        FindingCode.BundleInvalid, null, null, error.ToString(), "Mend the file; the bundle contract says what belongs there.",
        new(null, [], ""), error.Path, error.Line);

    private static CellDocument CellOf(MatrixCell cell)
    {
        var counts = cell.First.Counts;
        return new(
            cell.Row.Name, EvidenceNames.Of(cell.Row.Role), cell.Target.Suite.Deliverable, cell.Target.Suite.KindName,
            EvidenceNames.Of(cell.Target.Expected), EvidenceNames.OutcomeOf(cell),
            new(counts.Passed, counts.Failed, counts.Error, counts.TimedOut, counts.Missing), cell.Runs.Count, cell.Runs.Count(run => run.Reused),
            cell.Runs.Max(run => (long)(run.Cost.Boot + run.Cost.Suite).TotalMilliseconds),
            cell.Runs.Max(run => (long)run.Cost.Cpu.TotalMilliseconds), cell.Runs.Max(run => run.Cost.PeakMemoryBytes));
    }

    private static MutationDocument MutationOf(Mutation mutation) => new(
        mutation.Seed, mutation.Threshold, mutation.Candidates, mutation.Reused, mutation.Outcomes.Count, mutation.Count(MutantFate.Stillborn), mutation.Count(MutantFate.Killed),
        mutation.Of(MutantFate.Killed).GroupBy(one => $"{one.KilledBy}", StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
        [.. mutation.Of(MutantFate.Survived).Select(one => new SurvivorDocument(
            one.Mutant.Id, EvidenceNames.Of(one.Mutant.Kind), one.Mutant.File, one.Mutant.Line, one.Promises, one.Mutant.Diff))],
        [.. mutation.Of(MutantFate.Acknowledged).Select(one => new AcknowledgedDocument(
            one.Mutant.Id, EvidenceNames.Of(one.Mutant.Kind), one.Mutant.File, one.Mutant.Line, one.Why, one.Mutant.Diff))],
        mutation.Score is { } score ? Math.Round(score, 4) : null, mutation.NotRun);

    private static Dictionary<string, IReadOnlyList<RosterEntry>> RosterOf(Evidence evidence) =>
        evidence.Manifest.Suites.Where(suite => evidence.Roster.Of(suite) is not null)
            .ToDictionary(suite => suite.ToString(), suite => evidence.Roster.Of(suite)!, StringComparer.Ordinal);
}
