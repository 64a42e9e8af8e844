namespace CourseGen.App.Verifying.Mutants;

/// <summary>
/// Finds the lines of a text that are comments of more than one line, as most languages write them. Which language it is
/// nobody has to know: a mark that is not closed again, or does not begin a line, is taken for something else.
/// </summary>
internal static class CommentBlocks
{
    private static readonly (string Open, string Close)[] Marks =
    [
        ("\"\"\"", "\"\"\""), ("'''", "'''"), ("/*", "*/"), ("<!--", "-->"), ("{-", "-}"), ("(*", "*)"), ("#|", "|#"), ("#=", "=#"),
        ("--[[", "]]"), ("=begin", "=end"), ("=pod", "=cut"), ("=head", "=cut"),
    ];

    /// <summary>The numbers of the lines, from 0; those with the marks are among them.</summary>
    public static HashSet<int> Of(IReadOnlyList<string> lines)
    {
        var found = new HashSet<int>();
        for (var line = 0; line < lines.Count; line++)
        {
            var last = EndOf(lines, line);
            for (; line < last; line++) found.Add(line);
            if (last >= 0) found.Add(last);
        }

        return found;
    }

    /// <summary>The last line of the comment that a line begins; negative when it begins none of more than a line.</summary>
    private static int EndOf(IReadOnlyList<string> lines, int first)
    {
        var text = WithoutName(lines[first].AsSpan().TrimStart());
        foreach (var (open, close) in Marks)
        {
            if (!text.StartsWith(open, StringComparison.Ordinal)) continue;
            if (text[open.Length..].Contains(close, StringComparison.Ordinal)) return -1;
            for (var line = first + 1; line < lines.Count; line++)
                if (lines[line].Contains(close, StringComparison.Ordinal)) return line;
        }

        return -1;
    }

    // Documentation may be given to a name, such as @doc, which is no code either.
    private static ReadOnlySpan<char> WithoutName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '@' || text.IndexOf(' ') is not (> 0 and var space)) return text;
        return text[space..].TrimStart();
    }
}
