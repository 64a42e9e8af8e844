using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Courses;

/// <summary>
/// A snapshot's content as bytes. The id is the SHA-256 of the bytes that were written, so a later version of the product
/// never has to write an old document again to check it.
/// </summary>
public sealed record SnapshotDocument
{
    private static readonly JsonSerializerOptions Options = MakeOptions();

    private SnapshotDocument(byte[] bytes, SnapshotContent content)
    {
        (Bytes, Content) = (bytes, content);
        Id = new(BlobId.Of(bytes).Value);
    }

    /// <summary>The id of the snapshot.</summary>
    public SnapshotId Id { get; }

    /// <summary>The document: JSON in UTF-8.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What it says.</summary>
    public SnapshotContent Content { get; }

    /// <summary>The document of a content. The same content always gives the same bytes.</summary>
    public static SnapshotDocument Of(SnapshotContent content) =>
        new(JsonSerializer.SerializeToUtf8Bytes(content, Options), content);

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static SnapshotDocument Read(ReadOnlyMemory<byte> bytes) =>
        JsonSerializer.Deserialize<SnapshotContent>(bytes.Span, Options) is { } content
            ? new(bytes.ToArray(), content)
            : throw new JsonException("The document of a snapshot is 'null'.");

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            IgnoreReadOnlyProperties = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new BlobIdJson(), new RosterJson() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class BlobIdJson : JsonConverter<BlobId>
    {
        public override BlobId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            BlobId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A content id is wrong.");

        public override void Write(Utf8JsonWriter writer, BlobId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    // A list instead of an object, so that the order, and with it the id, does not depend on a dictionary.
    private sealed class RosterJson : JsonConverter<Roster>
    {
        public override Roster Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new((JsonSerializer.Deserialize<List<Entry>>(ref reader, options) ?? [])
                .ToDictionary(entry => new SuiteId(entry.Deliverable, entry.Suite), entry => entry.Checks));

        public override void Write(Utf8JsonWriter writer, Roster value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Suites
                .OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal)
                .Select(pair => new Entry(pair.Key.Deliverable, pair.Key.Kind, pair.Value)).ToList(), options);

        private sealed record Entry(string Deliverable, SuiteKind Suite, IReadOnlyList<RosterEntry> Checks);
    }
}
