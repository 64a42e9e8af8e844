using System.Globalization;
using System.Text;
using DiffPlex;

namespace CourseGen.App.Content;

/// <summary>A run of lines that differ between two texts: what stands in the one in place of what in the other.</summary>
internal sealed record Hunk(int BeforeStart, int BeforeCount, int AfterStart, int AfterCount);

/// <summary>What differs between two texts, line by line.</summary>
internal static class LineDiff
{
    private const int Context = 3;

    /// <summary>The differences, from the first line on.</summary>
    public static IReadOnlyList<Hunk> Between(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        [.. new Differ().CreateCustomDiffs(string.Concat(before), string.Concat(after), ignoreWhiteSpace: false, TextLines.Split).DiffBlocks
            .Select(block => new Hunk(block.DeleteStartA, block.DeleteCountA, block.InsertStartB, block.InsertCountB))];

    /// <summary>The same as people read it, with three lines around every difference; the format of <c>diff -u</c> without its first two lines.</summary>
    public static string Unified(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var text = new StringBuilder();
        foreach (var group in Grouped(Between(before, after))) Append(text, group, before, after);
        return text.ToString().TrimEnd('\n');
    }

    // Differences whose surroundings touch are shown as one.
    private static List<List<Hunk>> Grouped(IReadOnlyList<Hunk> hunks)
    {
        var groups = new List<List<Hunk>>();
        foreach (var hunk in hunks)
        {
            if (groups.Count > 0 && hunk.BeforeStart - EndOf(groups[^1][^1]) <= 2 * Context) groups[^1].Add(hunk);
            else groups.Add([hunk]);
        }

        return groups;
    }

    private static int EndOf(Hunk hunk) => hunk.BeforeStart + hunk.BeforeCount;

    private static void Append(StringBuilder text, List<Hunk> group, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var first = Math.Max(0, group[0].BeforeStart - Context);
        var last = Math.Min(before.Count, EndOf(group[^1]) + Context);
        var shift = group[0].AfterStart - group[0].BeforeStart;
        var grown = group.Sum(hunk => hunk.AfterCount - hunk.BeforeCount);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(first, last - first)} +{Range(first + shift, last - first + grown)} @@\n");
        var at = first;
        foreach (var hunk in group)
        {
            Mark(' ', before, at, hunk.BeforeStart);
            Mark('-', before, hunk.BeforeStart, EndOf(hunk));
            Mark('+', after, hunk.AfterStart, hunk.AfterStart + hunk.AfterCount);
            at = EndOf(hunk);
        }

        Mark(' ', before, at, last);

        void Mark(char mark, IReadOnlyList<string> lines, int from, int to)
        {
            for (var i = from; i < to; i++) text.Append(mark).Append(lines[i].TrimEnd('\n', '\r')).Append('\n');
        }
    }

    // Lines are counted from 1; a range without lines names the line before it.
    private static string Range(int start, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");
}
