using System.Text;

namespace CourseGen.App.Content;

/// <summary>A person's text as lines that keep their ends, so that nothing but a change differs.</summary>
internal static class TextLines
{
    /// <summary>More bytes than this are no person's source.</summary>
    public const long MaxBytes = 256 * 1024;

    private const int MaxLines = 5_000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines of a file's content; null when it is no text, or too large to be a person's.</summary>
    public static IReadOnlyList<string>? Of(ReadOnlySpan<byte> content)
    {
        if (content.Length > MaxBytes || content.Contains((byte)0)) return null;
        try
        {
            var lines = Split(Strict.GetString(content));
            return lines.Length > MaxLines ? null : lines;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The lines of a text with their ends; an empty text has none.</summary>
    public static string[] Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return [.. lines];
    }

    /// <summary>The content of a file that has these lines.</summary>
    public static byte[] Join(IEnumerable<string> lines) => Strict.GetBytes(string.Concat(lines));
}
