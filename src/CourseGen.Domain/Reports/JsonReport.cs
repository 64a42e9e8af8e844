using System.Text.Json;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Reports;

/// <summary>The product's own report: <c>{"tests":[{"id","title","status","message","diagnostics"}]}</c>.</summary>
internal static class JsonReport
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    public static IEnumerable<CheckResult> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, Options);
            return [.. document.RootElement.GetProperty("tests").EnumerateArray().Take(ReportReader.MaxChecks + 1).Select(Check)];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ReportMalformedException($"the JSON report is not as the contract says: {problem.Message}", problem);
        }
    }

    private static CheckResult Check(JsonElement test) =>
        new(Text(test, "id"), Text(test, "title"), Status(Text(test, "status")), Text(test, "message"), Diagnostics(test));

    private static CheckStatus Status(string text) => text switch
    {
        "passed" => CheckStatus.Passed,
        "failed" => CheckStatus.Failed,
        "error" => CheckStatus.Error,
        _ => throw new JsonException($"'{text}' is no status; there are passed, failed and error"),
    };

    private static IReadOnlyList<string> Diagnostics(JsonElement test) =>
        test.TryGetProperty("diagnostics", out var lines) && lines.ValueKind != JsonValueKind.Null
            ? [.. lines.EnumerateArray().Take(ReportReader.MaxDiagnostics).Select(line => line.ValueKind == JsonValueKind.String ? line.GetString()! : line.GetRawText())]
            : [];

    private static string Text(JsonElement test, string name) =>
        test.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() ?? "" : "";
}
