using System.Text.Json.Nodes;

namespace CourseGen.Models;

/// <summary>
/// Puts schemas in place of the references that the exporter writes where a type occurs again: strict modes differ in
/// which references they follow, and all of them take a schema written out.
/// </summary>
internal static class SchemaReferences
{
    private const string Reference = "$ref";

    /// <exception cref="NotSupportedException">A type contains itself, so that writing it out would never end.</exception>
    public static JsonNode WriteOut(JsonNode root) => WriteOut(root, root, []);

    private static JsonNode WriteOut(JsonNode root, JsonNode node, IReadOnlyList<string> within) => node switch
    {
        JsonObject schema when schema.ContainsKey(Reference) => Target(root, schema, within),
        JsonObject schema => new JsonObject(schema.Select(member => KeyValuePair.Create(member.Key, Copy(root, member.Value, within)))),
        JsonArray items => new JsonArray([.. items.Select(item => Copy(root, item, within))]),
        _ => node.DeepClone(),
    };

    private static JsonNode? Copy(JsonNode root, JsonNode? node, IReadOnlyList<string> within) =>
        node is null ? null : WriteOut(root, node, within);

    private static JsonNode Target(JsonNode root, JsonObject reference, IReadOnlyList<string> within)
    {
        var pointer = reference[Reference]!.GetValue<string>();
        if (within.Contains(pointer)) throw new NotSupportedException($"The schema at {pointer} is recursive.");
        var target = pointer.Split('/').Skip(1).Aggregate(root, Step);
        var written = WriteOut(root, target, [.. within, pointer]);
        if (reference["description"] is { } description) written["description"] = description.DeepClone();
        return written;
    }

    private static JsonNode Step(JsonNode node, string part)
    {
        var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return (node is JsonArray items ? items[int.Parse(name)] : node[name]) ?? throw new NotSupportedException($"The schema refers to '{part}', which is not there.");
    }
}
