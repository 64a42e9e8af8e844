using System.Formats.Tar;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// Reads a file that an untrusted program has left, out of the archive an engine makes of it. What the engine says of it
/// beforehand is looked at before a byte is read, and what the archive says once more; neither is unpacked anywhere.
/// </summary>
/// <param name="keeper">The container that has the report folder.</param>
/// <param name="folder">The report folder as it has it.</param>
internal sealed class ReportReader(EngineApi api, string keeper, string folder)
{
    // The bits of Go's file mode that say what it is, if it is not a regular file.
    private const uint TypeBits = (1u << 31) | (1u << 27) | (1u << 26) | (1u << 25) | (1u << 24) | (1u << 21) | (1u << 19);

    public async Task<CollectedFile> ReadAsync(string name, int maxBytes, CancellationToken cancellation)
    {
        if (name.Length == 0 || name is "." or ".." || name.Contains('/', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal))
            return new CollectedFile.Refused("not a file name");
        using var answer = await api.GetArchiveAsync(keeper, $"{folder}/{name}", cancellation);
        if (answer is null)
            return new CollectedFile.Missing();
        if (Complaint(StatOf(answer), maxBytes) is { } complaint)
            return new CollectedFile.Refused(complaint);
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
            await using var archive = new TarReader(stream, leaveOpen: true);
            return await ReadAsync(await archive.GetNextEntryAsync(copyData: false, cancellation), maxBytes, cancellation);
        }
        catch (InvalidDataException odd)
        {
            throw new SandboxException($"the engine's archive of a report cannot be read: {odd.Message}", odd);
        }
        catch (IOException broken)
        {
            throw new SandboxException($"the engine broke off a report: {broken.Message}", broken);
        }
    }

    private static async Task<CollectedFile> ReadAsync(TarEntry? entry, int maxBytes, CancellationToken cancellation)
    {
        if (entry is not { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile })
            return new CollectedFile.Refused("not a regular file");
        if (entry.Length > maxBytes)
            return new CollectedFile.Refused($"larger than {maxBytes} bytes");
        var bytes = new byte[entry.Length];
        if (entry.DataStream is { } content)
            await content.ReadExactlyAsync(bytes, cancellation);
        return new CollectedFile.Content(bytes);
    }

    private static string? Complaint(JsonNode? stat, int maxBytes)
    {
        if (stat?["mode"]?.GetValue<uint>() is not { } mode || stat["size"]?.GetValue<long>() is not { } size)
            return "of no kind that the engine can name";
        return (mode & TypeBits) != 0 ? "not a regular file"
            : size > maxBytes ? string.Create(CultureInfo.InvariantCulture, $"larger than {maxBytes} bytes")
            : null;
    }

    private static JsonNode? StatOf(HttpResponseMessage answer)
    {
        try
        {
            return answer.Headers.TryGetValues(EngineConnection.StatHead, out var values) ? JsonNode.Parse(Convert.FromBase64String(values.First())) : null;
        }
        catch (FormatException)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
