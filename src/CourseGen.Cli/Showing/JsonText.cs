using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseGen.Cli.Showing;

/// <summary>JSON as the command line writes it to files.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Shape = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(JsonNode node) => node.ToJsonString(Shape) + "\n";
}
