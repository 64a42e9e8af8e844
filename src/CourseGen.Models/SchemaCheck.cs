using System.Text.Json;

namespace CourseGen.Models;

/// <summary>
/// Lists everything in which an answer differs from its schema, where the serializer would stop at the first. It knows
/// exactly the dialect that <see cref="AnswerSchema"/> writes; formats and ranges are left to the serializer.
/// </summary>
internal static class SchemaCheck
{
    private const int MostErrors = 50;

    public static IReadOnlyList<string> Errors(JsonElement schema, JsonElement answer)
    {
        var errors = new List<string>();
        Visit(schema, answer, "$", errors);
        return errors;
    }

    private static void Visit(JsonElement schema, JsonElement answer, string path, List<string> errors)
    {
        if (errors.Count >= MostErrors)
            return;
        if (!Types(schema).Any(type => Fits(type, answer)))
            errors.Add($"{path}: must be {string.Join(" or ", Types(schema))}, is {Kind(answer)}");
        else if (answer.ValueKind == JsonValueKind.Object)
            VisitMembers(schema, answer, path, errors);
        else if (answer.ValueKind == JsonValueKind.Array)
            VisitItems(schema, answer, path, errors);
        else if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(v => JsonElement.DeepEquals(v, answer)))
            errors.Add($"{path}: must be one of {allowed.GetRawText()}");
    }

    private static void VisitMembers(JsonElement schema, JsonElement answer, string path, List<string> errors)
    {
        // A record without properties has no member list; then every member is unknown.
        var members = schema.TryGetProperty("properties", out var known)
            ? known.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal)
            : [];
        foreach (var member in answer.EnumerateObject())
        {
            if (members.TryGetValue(member.Name, out var inner))
                Visit(inner, member.Value, $"{path}.{member.Name}", errors);
            else
                errors.Add($"{path}: has the unknown member '{member.Name}'");
        }

        errors.AddRange(members.Keys.Where(name => !answer.TryGetProperty(name, out _))
            .Select(name => $"{path}: lacks the member '{name}'"));
    }

    private static void VisitItems(JsonElement schema, JsonElement answer, string path, List<string> errors)
    {
        var index = 0;
        foreach (var item in answer.EnumerateArray())
            Visit(schema.GetProperty("items"), item, $"{path}[{index++}]", errors);
    }

    private static IEnumerable<string> Types(JsonElement schema)
    {
        var type = schema.GetProperty("type");
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(name => name.GetString()!)
            : [type.GetString()!];
    }

    private static bool Fits(string type, JsonElement answer) => type switch
    {
        "integer" => answer.ValueKind == JsonValueKind.Number && answer.TryGetInt64(out _),
        "boolean" => answer.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => Kind(answer) == type,
    };

    private static string Kind(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };
}
