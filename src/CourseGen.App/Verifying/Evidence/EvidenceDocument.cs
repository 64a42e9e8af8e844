using System.Text.Json.Serialization;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>The machine-readable form of evidence, field by field as the bundle contract names them.</summary>
internal sealed record EvidenceDocument(
    int Format,
    string? Course,
    string? Digest,
    EngineDocument? Engine,
    string Verdict,
    IReadOnlyList<FindingDocument> Findings,
    IReadOnlyList<CellDocument> Matrix,
    MutationDocument Mutation,
    IReadOnlyDictionary<string, IReadOnlyList<RosterEntry>> Roster,
    int Reused,
    IReadOnlyDictionary<string, long> Timings,
    IReadOnlyList<string> Notes);

internal sealed record EngineDocument(string Name, string Version, string? ImageDigest);

/// <param name="Path">Only of an invalid bundle: the file in question.</param>
/// <param name="Line">Only of an invalid bundle: the line in that file.</param>
internal sealed record FindingDocument(
    string Code, string? Deliverable, string? Variant, string Message, string NextStep, FindingEvidenceDocument Evidence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line = null);

internal sealed record FindingEvidenceDocument(string? Suite, IReadOnlyList<string> Checks, string Log);

/// <param name="Reruns">How often the cell was run in all.</param>
/// <param name="Reused">How many of those runs come from an earlier certification.</param>
/// <param name="WallMs">The most that any run took, server boot included.</param>
/// <param name="CpuMs">The most CPU time of the learner's box in any run.</param>
internal sealed record CellDocument(
    string Variant, string Role, string Deliverable, string Suite, string Expected, string Outcome, CountsDocument Checks,
    int Reruns, int Reused, long WallMs, long CpuMs, long PeakMemoryBytes);

internal sealed record CountsDocument(int Passed, int Failed, int Error, int TimedOut, int Missing);

/// <param name="Candidates">How many different mutants the seed chose from.</param>
/// <param name="Score">The share of killed and surviving mutants that was killed; none when there were none.</param>
internal sealed record MutationDocument(
    int Seed, double Threshold, int Candidates, int Reused, int Generated, int Stillborn, int Killed, IReadOnlyDictionary<string, int> KilledBy,
    IReadOnlyList<SurvivorDocument> Survived, IReadOnlyList<AcknowledgedDocument> Acknowledged, double? Score, string Note);

/// <param name="Promises">The promises it probably breaks.</param>
internal sealed record SurvivorDocument(string Id, string Kind, string File, int Line, IReadOnlyList<string> Promises, string Diff);

internal sealed record AcknowledgedDocument(string Id, string Kind, string File, int Line, string Why, string Diff);
