using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>
/// Other literals and operators for one line of source. It knows no language: numbers, quoted texts and signs look alike
/// in nearly all of them, and what a language does not have does not occur. What makes no sense there does not build.
/// </summary>
internal static partial class TokenSwaps
{
    private const int MaxLine = 1_000;

    // Neighbours and opposites. Signs of one character have other meanings too, and count only between spaces.
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["<"] = "<=",
        ["<="] = "<",
        [">"] = ">=",
        [">="] = ">",
        ["=="] = "!=",
        ["!="] = "==",
        ["==="] = "!==",
        ["!=="] = "===",
        ["&&"] = "||",
        ["||"] = "&&",
        ["+"] = "-",
        ["-"] = "+",
        ["*"] = "+",
        ["/"] = "*",
        ["%"] = "/",
        ["&"] = "|",
        ["|"] = "&",
        ["<<"] = ">>",
        [">>"] = "<<",
        ["+="] = "-=",
        ["-="] = "+=",
        ["++"] = "--",
        ["--"] = "++",
    };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["and"] = "or",
        ["or"] = "and",
        ["true"] = "false",
        ["false"] = "true",
        ["True"] = "False",
        ["False"] = "True",
    };

    /// <summary>The line with one token swapped, once for each way.</summary>
    /// <param name="texts">What takes the place of which quoted text, as <see cref="TextsOf"/> says.</param>
    public static IEnumerable<string> Of(string line, IReadOnlyDictionary<string, string> texts)
    {
        if (line.Length > MaxLine) yield break;
        foreach (Match token in Tokens().Matches(line))
            foreach (var other in Others(line, token, texts).Where(other => other != token.Value))
                yield return line[..token.Index] + other + line[(token.Index + token.Length)..];
    }

    /// <summary>
    /// What takes the place of each quoted text of some lines: the next text in the same quotes, so that the line stays one of its language.
    /// One that is alone in its quotes is not among them.
    /// </summary>
    public static IReadOnlyDictionary<string, string> TextsOf(IEnumerable<string> lines) =>
        lines.Where(line => line.Length <= MaxLine).SelectMany(line => Tokens().Matches(line))
            .Where(token => token.Groups["text"].Success).Select(token => token.Value).Distinct(StringComparer.Ordinal)
            .GroupBy(text => text[0]).Select(alike => alike.ToList()).Where(alike => alike.Count > 1)
            .SelectMany(alike => alike.Zip(alike.Skip(1).Append(alike[0])))
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    private static IEnumerable<string> Others(string line, Match token, IReadOnlyDictionary<string, string> texts)
    {
        var value = token.Value;
        if (token.Groups["text"].Success) return [texts.TryGetValue(value, out var next) ? next : $"{value[0]}{value[0]}"];
        if (token.Groups["number"].Success) return Numbers(value);
        if (token.Groups["word"].Success) return Words.TryGetValue(value, out var opposite) ? [opposite] : [];
        return Signs.TryGetValue(value, out var other) && (value.Length > 1 || StandsFree(line, token)) ? [other] : [];
    }

    private static IEnumerable<string> Numbers(string value)
    {
        var digits = value.Replace("_", "", StringComparison.Ordinal);
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return [];
        return number == 0 ? ["1"] : [Written(number + 1), Written(number - 1)];
    }

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool StandsFree(string line, Match token) =>
        token.Index > 0 && line[token.Index - 1] == ' ' && token.Index + token.Length < line.Length && line[token.Index + token.Length] == ' ';

    // Quoted texts come first, so that nothing within them is taken for a sign or a number.
    [GeneratedRegex("""(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>\b[0-9][0-9_]*\b)|(?<word>\w+)|(?<sign>[<>=!&|+*/%^~-]+)""",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tokens();
}
