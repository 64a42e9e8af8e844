using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace CourseGen.Models;

/// <summary>
/// The JSON schema of an answer, made from its record in the dialect that every provider's strict mode accepts: objects
/// with fixed members, all required, none unknown; null only where the record allows it. A <c>[Description]</c> on a
/// type or a property is passed on to the model.
/// </summary>
public sealed class AnswerSchema
{
    private const int LongestName = 64;
    private static readonly ConcurrentDictionary<Type, AnswerSchema> Known = new();

    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = ToStrict,
    };

    private AnswerSchema(Type type)
    {
        var root = SchemaReferences.WriteOut(StrictJson.Options.GetJsonSchemaAsNode(type, Exporter));
        if (root is not JsonObject node || (string?)(node["type"] as JsonValue) != "object")
            throw new NotSupportedException($"An answer is an object; {type} is none.");
        Name = string.Concat(type.Name.Where(char.IsAsciiLetterOrDigit).Take(LongestName));
        Json = root.ToJsonString();
        Hash = Digest.Of(Name, Json);
        Root = JsonDocument.Parse(Json).RootElement.Clone();
    }

    /// <summary>The schema's name.</summary>
    public string Name { get; }

    /// <summary>The schema.</summary>
    public string Json { get; }

    /// <summary>Hash of name and schema.</summary>
    public string Hash { get; }

    internal JsonElement Root { get; }

    /// <summary>The schema of answers of a type.</summary>
    /// <exception cref="NotSupportedException">A shape that strict modes do not know: a dictionary, a recursive type.</exception>
    public static AnswerSchema Of<T>() => Known.GetOrAdd(typeof(T), type => new AnswerSchema(type));

    private static JsonObject ToStrict(JsonSchemaExporterContext context, JsonNode node)
    {
        // The exporter writes true for "anything", which no strict mode takes.
        if (node is not JsonObject schema || schema.Count == 0)
            throw Unsupported(context, "can be anything");
        // A reference to a type that occurred before; SchemaReferences puts the schema in its place.
        if (schema.ContainsKey("$ref"))
            return schema;
        if (schema["additionalProperties"] is JsonObject)
            throw Unsupported(context, "is a dictionary; a list of named entries says the same");
        schema.Remove("default");
        if (schema["properties"] is JsonObject members)
        {
            schema["required"] = new JsonArray([.. members.Select(member => (JsonNode)member.Key)]);
            schema["additionalProperties"] = false;
        }

        if (schema["enum"] is JsonArray values && !schema.ContainsKey("type"))
            schema["type"] = values.Contains(null) ? new JsonArray("string", "null") : "string";
        if (!schema.ContainsKey("type"))
            throw Unsupported(context, "has no type of its own: it is one of several");
        if (Description(context) is { } text)
            schema["description"] = text;
        return schema;
    }

    private static string? Description(JsonSchemaExporterContext context) =>
        (context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type)
        .GetCustomAttributes(typeof(DescriptionAttribute), inherit: false)
        .OfType<DescriptionAttribute>().FirstOrDefault()?.Description;

    private static NotSupportedException Unsupported(JsonSchemaExporterContext context, string what) =>
        new($"{context.TypeInfo.Type} (at /{string.Join('/', context.Path.ToArray())}) {what}.");
}
