using System.Text.RegularExpressions;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>
/// Guesses whether two neighbouring lines can be exchanged without anybody noticing, so that such mutants are not even
/// made. When in doubt the order matters.
/// </summary>
internal static partial class LineOrder
{
    public static bool Matters(string first, string second)
    {
        if (first == second) return false;
        // Two assignments, neither of which names what the other one sets, do the same in either order.
        if (Target(first) is { } one && Target(second) is { } other)
            return one == other || second.Contains(one, StringComparison.Ordinal) || first.Contains(other, StringComparison.Ordinal);
        // Branches or entries for two different literals exclude each other.
        if (Label(first) is { } label && Label(second) is { } next && label != next) return false;
        // Two lines that have no name in common do not depend on each other; the first word is rarely a name.
        return Names(first).Intersect(Names(second), StringComparer.Ordinal).Any();
    }

    private static string? Target(string line) => Assignment().Match(line) is { Success: true } match ? match.Groups["target"].Value : null;

    private static string? Label(string line) => LiteralLabel().Match(line) is { Success: true } match ? match.Groups["label"].Value : null;

    private static IEnumerable<string> Names(string line) => Name().Matches(line).Skip(1).Select(match => match.Value);

    [GeneratedRegex(@"^\s*(?:\w+\s+)*(?<target>\w[\w.>-]*(?:\[[^\]]*\])?)\s*(?::?=|[-+*/%|&^]=|<<=|>>=)(?!=)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assignment();

    // Not behind a word: where a branch needs one, it often runs on into the next.
    [GeneratedRegex("""^\s*(?:\|\s*)?(?<label>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?[0-9]+)\s*(?:[:)]|[-=]>)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LiteralLabel();

    [GeneratedRegex(@"\w{2,}", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
