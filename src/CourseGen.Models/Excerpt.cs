namespace CourseGen.Models;

/// <summary>Makes text from outside fit into a message: one line, no control characters, not long.</summary>
internal static class Excerpt
{
    private const int Longest = 1000;

    public static string Of(string text)
    {
        var line = string.Concat(text.Take(Longest).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length > Longest ? line + "..." : line;
    }
}
