using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseGen.Runs;

/// <summary>How the engine writes and reads JSON: camelCase, enums as strings, text as it is.</summary>
public static class RunJson
{
    /// <summary>The one set of options for states, payloads and answers.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>A value as JSON.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The value of a JSON text.</summary>
    /// <exception cref="JsonException">The text is not such a value.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException($"The JSON text 'null' is no {typeof(T).Name}.");

    /// <summary>Throws unless the text is JSON, so that what is stored can always be read.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string Checked(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var _ = JsonDocument.Parse(json);
            return json;
        }
        catch (JsonException e)
        {
            throw new ArgumentException("A payload has to be JSON: " + e.Message, nameof(json), e);
        }
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // The text goes into a database and through encoders of its own, never raw into a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
