using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>What an engine says while it builds an image: lines of JSON, of which the last words are kept.</summary>
internal sealed class BuildLog
{
    private const int KeptLength = 4000;

    private readonly StringBuilder _text = new();

    /// <summary>Why the build failed; null as long as it has not.</summary>
    public string? Error { get; private set; }

    /// <summary>The end of what the build has printed.</summary>
    public string Tail => _text.ToString().Trim();

    public void Take(string line)
    {
        try
        {
            var said = JsonNode.Parse(line);
            Error ??= said?["error"]?.GetValue<string>();
            _text.Append(said?["stream"]?.GetValue<string>());
        }
        catch (JsonException)
        {
            _text.AppendLine(line);
        }

        if (_text.Length > KeptLength)
            _text.Remove(0, _text.Length - KeptLength);
    }
}
