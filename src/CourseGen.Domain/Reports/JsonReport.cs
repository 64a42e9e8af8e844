using System.Text.Json;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Reports;

/// <summary>The product's own report: <c>{"tests":[{"id","title","status","message","diagnostics"}]}</c>.</summary>
internal static class JsonReport
{
    private const string Form = """a report is {"tests":[{"id","title","status","message","diagnostics"}]}""";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    public static IEnumerable<CheckResult> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, Options);
            return [.. Tests(document.RootElement).Take(ReportReader.MaxChecks + 1).Select(Check)];
        }
        catch (JsonException problem)
        {
            throw new ReportMalformedException($"it cannot be read as JSON from line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1} on", problem);
        }
        catch (InvalidOperationException problem)
        {
            // The kinds of all values are known by then, so it is a text whose characters are broken.
            throw new ReportMalformedException("it holds a text that is not well-formed Unicode", problem);
        }
    }

    private static JsonElement.ArrayEnumerator Tests(JsonElement top) =>
        top.ValueKind == JsonValueKind.Object && top.TryGetProperty("tests", out var tests) && tests.ValueKind == JsonValueKind.Array
            ? tests.EnumerateArray()
            : throw new ReportMalformedException($"{Form}, and this is something else");

    private static CheckResult Check(JsonElement test) => test.ValueKind == JsonValueKind.Object
        ? new(Text(test, "id"), Text(test, "title"), Status(Text(test, "status")), Text(test, "message"), Diagnostics(test))
        : throw new ReportMalformedException($"{Form}, and one of its tests is something else");

    private static CheckStatus Status(string text) => text switch
    {
        "passed" => CheckStatus.Passed,
        "failed" => CheckStatus.Failed,
        "error" => CheckStatus.Error,
        _ => throw new ReportMalformedException($"'{text}' is no status; there are passed, failed and error"),
    };

    private static IReadOnlyList<string> Diagnostics(JsonElement test)
    {
        if (!test.TryGetProperty("diagnostics", out var lines) || lines.ValueKind == JsonValueKind.Null) return [];
        if (lines.ValueKind != JsonValueKind.Array) throw new ReportMalformedException("diagnostics must be a list");
        return [.. lines.EnumerateArray().Take(ReportReader.MaxDiagnostics).Select(line => line.ValueKind == JsonValueKind.String ? line.GetString()! : line.GetRawText())];
    }

    private static string Text(JsonElement test, string name)
    {
        if (!test.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return "";
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new ReportMalformedException($"{name} must be text, in quotes");
    }
}
