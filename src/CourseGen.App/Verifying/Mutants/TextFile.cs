using System.Text;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>Source text as lines that keep their ends, so that nothing but the change differs.</summary>
internal static class TextFile
{
    private const long MaxBytes = 256 * 1024;
    private const int MaxLines = 5_000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines of a file; null when it is no text, or too large to be a person's source.</summary>
    public static IReadOnlyList<string>? Read(WorkspaceFile file)
    {
        if (file.LinkTarget is not null || new FileInfo(file.HostPath).Length > MaxBytes) return null;
        try
        {
            var text = Strict.GetString(File.ReadAllBytes(file.HostPath));
            var lines = Split(text);
            return text.Contains('\0', StringComparison.Ordinal) || lines.Length > MaxLines ? null : lines;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static void Write(string path, IEnumerable<string> lines) => File.WriteAllBytes(path, Strict.GetBytes(string.Concat(lines)));

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
}
