using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CourseGen.Models.Recorded;

/// <summary>Puts the text of files in place of <c>{"$file": "path"}</c>, so that recorded code stays readable.</summary>
/// <param name="folder">Where the files are.</param>
/// <param name="answer">The recorded answer's path, for messages.</param>
internal sealed class FileReferences(RecordedFolder folder, string answer)
{
    private const string Member = "$file";

    /// <summary>The answer's JSON with every reference resolved.</summary>
    public async Task<string> ResolveAsync(JsonElement root, CancellationToken cancellation)
    {
        // Files are read before anything is written: the writer is not asynchronous.
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in References(root).Distinct(StringComparer.Ordinal))
            texts.Add(path, await TextAsync(path, cancellation));
        if (texts.Count == 0)
            return root.GetRawText();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(root, writer, buffer, texts);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private async Task<string> TextAsync(string path, CancellationToken cancellation) =>
        await folder.ReadAsync(path, cancellation)
        ?? throw new ModelException(
            ModelFault.NotRecorded, Excerpt.Of($"the recorded answer {answer} refers to the file '{path}', which is not there"));

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when Reference(element) is { } path => [path],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static string? Reference(JsonElement element) =>
        element.TryGetProperty(Member, out var path) && path.ValueKind == JsonValueKind.String
        && element.GetPropertyCount() == 1
            ? path.GetString()
            : null;

    private void Write(
        JsonElement element, Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer, Dictionary<string, string> texts)
    {
        // The same file may stand in many places, so the limit is on what comes out.
        if (buffer.WrittenCount + writer.BytesPending > RecordedFolder.LargestFileBytes)
        {
            throw new ModelException(
                ModelFault.TooLarge, $"the recorded answer {answer} is longer than {RecordedFolder.LargestFileBytes} bytes with its files");
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray())
                Write(item, writer, buffer, texts);
            writer.WriteEndArray();
        }
        else if (element.ValueKind != JsonValueKind.Object)
            element.WriteTo(writer);
        else if (Reference(element) is { } path)
            writer.WriteStringValue(texts[path]);
        else
            WriteMembers(element, writer, buffer, texts);
    }

    private void WriteMembers(
        JsonElement element, Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer, Dictionary<string, string> texts)
    {
        writer.WriteStartObject();
        foreach (var member in element.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            Write(member.Value, writer, buffer, texts);
        }

        writer.WriteEndObject();
    }
}
