using System.Text.Json;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Courses;

/// <summary>What publishing needs of an evidence document (the <c>--json</c> form of bundle.md).</summary>
/// <param name="Certified">Whether its verdict is <c>certified</c>.</param>
/// <param name="Digest">The digest of the bundle it is about.</param>
/// <param name="Starter">How the untouched starter's checks ended, by suite.</param>
public sealed record EvidenceReading(
    bool Certified, string Digest, EngineIdentity Engine, Roster Roster, IReadOnlyDictionary<SuiteId, CheckCounts> Starter)
{
    /// <summary>How many runs of suites come from an earlier certification.</summary>
    public int Reused { get; init; }

    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">It is no evidence document.</exception>
    public static EvidenceReading Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new(
                root.GetProperty("verdict").GetString() == "certified",
                root.GetProperty("digest").GetString() ?? "",
                EngineOf(root.GetProperty("engine")),
                RosterOf(root.GetProperty("roster")),
                root.GetProperty("matrix").EnumerateArray().Where(IsStarter).ToDictionary(SuiteOf, row => CountsOf(row.GetProperty("checks"))))
            {
                Reused = root.TryGetProperty("reused", out var reused) ? reused.GetInt32() : 0,
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new FormatException($"The evidence cannot be read: {problem.Message}", problem);
        }
    }

    private static EngineIdentity EngineOf(JsonElement engine) => new(
        engine.GetProperty("name").GetString() ?? "",
        engine.GetProperty("version").GetString() ?? "",
        engine.TryGetProperty("image_digest", out var image) ? image.GetString() : null,
        engine.TryGetProperty("missing", out var missing) ? [.. missing.EnumerateArray().Select(one => one.GetString() ?? "")] : []);

    // By suite. Evidence of earlier versions has the id alone in an entry's place.
    private static Roster RosterOf(JsonElement roster) =>
        new(roster.EnumerateObject().ToDictionary(
            suite => Suite(suite.Name),
            suite => (IReadOnlyList<RosterEntry>)[.. suite.Value.EnumerateArray().Select(EntryOf)]));

    private static RosterEntry EntryOf(JsonElement entry)
    {
        if (entry.ValueKind == JsonValueKind.String) return new(entry.GetString()!, entry.GetString()!);
        var id = entry.GetProperty("id").GetString() ?? "";
        return new(id, entry.TryGetProperty("title", out var title) ? title.GetString() ?? id : id);
    }

    private static bool IsStarter(JsonElement row) => row.GetProperty("role").GetString() == "starter";

    private static SuiteId SuiteOf(JsonElement row)
    {
        var suite = row.GetProperty("suite").GetString() ?? "";
        return Suite(suite.Contains('/', StringComparison.Ordinal) ? suite : $"{row.GetProperty("deliverable").GetString()}/{suite}");
    }

    private static SuiteId Suite(string text) => text.Split('/') switch
    {
        [var deliverable, "visible"] => new(deliverable, SuiteKind.Visible),
        [var deliverable, "hidden"] => new(deliverable, SuiteKind.Hidden),
        _ => throw new FormatException($"'{text}' names no suite."),
    };

    private static CheckCounts CountsOf(JsonElement checks)
    {
        int Count(string name) => checks.GetProperty(name).GetInt32();
        return new(Count("passed"), Count("failed"), Count("error"), Count("timed_out"), Count("missing"));
    }
}
