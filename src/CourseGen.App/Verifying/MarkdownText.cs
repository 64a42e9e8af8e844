using System.Net;
using System.Text.RegularExpressions;

namespace CourseGen.App.Verifying;

/// <summary>A text in Markdown, as far as it names files: by relative links, which are none in code, and by paths in code.</summary>
internal sealed partial class MarkdownText(string text)
{
    private readonly string _text = text.ReplaceLineEndings("\n");

    /// <summary>Targets of links and pictures that are files, as they are called on disk.</summary>
    public IEnumerable<string> Links()
    {
        var prose = Comment().Replace(Code().Replace(Indented().Replace(_text, "\n"), " "), " ");
        return Inline().Matches(prose).Concat(Definition().Matches(prose)).Select(link => link.Groups["target"].Value.Trim('<', '>'))
            .Concat(Tag().Matches(prose).Select(tag => WebUtility.HtmlDecode(tag.Groups["target"].Value).Trim('"', '\'', ' ')))
            .Select(target => Uri.UnescapeDataString(target.Split('#', '?')[0]))
            .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal) && target[0] != '/');
    }

    /// <summary>Words in fenced code and in code within a line that are paths of files.</summary>
    public IEnumerable<string> Paths() =>
        Code().Matches(_text)
            .SelectMany(code => code.Value.Split([' ', '\n', '\t', '`', '~', '"', '\'', '(', ')', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => PathWord().IsMatch(word));

    // A fence ends with its own sign, or with the text; in a list or a quotation something stands before it.
    [GeneratedRegex(@"(?m:^[^`\n]*```[^`\n]*\n(?s:.*?)(^[^`\n]*```|\z))|(?m:^[ >]*~~~[^\n]*\n(?s:.*?)(^[ >]*~~~|\z))|``[^\n]+?``|`[^`\n]+`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    // After an empty line only: a paragraph may go on however it is indented.
    [GeneratedRegex(@"\n[ \t]*\n(( {4}|\t)[^\n]*\n?)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Indented();

    [GeneratedRegex(@"\]\(\s*(?<target><[^<>\n]+>|([^()\s<>]|\([^()\s]*\))+)(\s+(""[^""]*""|'[^']*'|\([^()]*\)))?\s*\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();

    // "[^1]: " is a footnote.
    [GeneratedRegex(@"(?m:^ {0,3}\[[^\]\^\n][^\]\n]*\]:[ \t]*(?<target><[^<>\n]+>|[^\s<>]+)([ \t]+(""[^""\n]*""|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();

    [GeneratedRegex(@"<!--(?s:.*?)(-->|\z)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    // Links and pictures may be written in HTML as well.
    [GeneratedRegex(@"<\w+(\s+[\w:-]+(\s*=\s*(""[^""]*""|'[^']*'|[^\s""'<>]+))?)*?\s+(?i:href|src)\s*=\s*(?<target>""[^""]*""|'[^']*'|[^\s""'<>]+)[^<>]*>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)+\.\w{1,8}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PathWord();
}
