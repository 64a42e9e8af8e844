using System.Text;

namespace CourseGen.App.Verifying.Leaks;

/// <summary>
/// Work that lies in the learner's own version of a file already, every line behind the same sign: a solution that was
/// commented out. Lines that were only moved, indented or broken elsewhere have no sign before them, and are none.
/// </summary>
/// <param name="Share">How much of what the reference adds to the file it is, 0 to 1.</param>
/// <param name="FirstLine">Where it begins in the learner's version, counted from 1.</param>
/// <param name="LastLine">Where it ends.</param>
/// <param name="Shown">The lines there, or the first of them.</param>
internal sealed record CommentedOut(double Share, int FirstLine, int LastLine, string Shown)
{
    // Less could be a hint.
    private const int FewestWhole = 48;
    private const int MostShown = 20;
    private const int Step = 24;

    // More is hardly written by hand, and every part is looked for in all of it.
    private const int MostBytes = 64 * 1024;

    /// <summary>What of the reference's version is commented out in the learner's; null when nothing is.</summary>
    public static CommentedOut? Find(ReadOnlySpan<byte> own, ReadOnlySpan<byte> reference)
    {
        if (Math.Max(own.Length, reference.Length) > MostBytes) return null;
        var text = new Text(LinesOf(own));
        var parts = Runs(LinesOf(reference), [.. text.Lines]).SelectMany(run => PartsOf(new(run))).ToList();
        var found = parts.Select(part => part.FoundIn(text)).OfType<Range>().ToList();
        if (found.Count == 0) return null;
        var (first, last) = (found.Min(range => range.Start.Value), found.Max(range => range.End.Value));
        return new((double)found.Count / parts.Count, first + 1, last + 1, string.Join('\n', text.Lines.Take(first..(last + 1)).Take(MostShown)));
    }

    /// <summary>Lines of the reference in a row that the learner's version does not have.</summary>
    private static IEnumerable<List<string>> Runs(IEnumerable<string> lines, HashSet<string> known)
    {
        var run = new List<string>();
        foreach (var line in lines.Where(line => line.Length > 0).Append(null))
        {
            if (line is not null && !known.Contains(line))
            {
                run.Add(line);
                continue;
            }

            if (run.Count > 0) yield return run;
            run = [];
        }
    }

    /// <summary>What is looked for of an added run: pieces of it, or all of a short one.</summary>
    private static IEnumerable<Part> PartsOf(Text run)
    {
        if (run.Dense.Length < FewestWhole) yield break;
        var size = Math.Min(run.Dense.Length, ContentWindows.Size);
        for (var start = 0; start + size <= run.Dense.Length; start += Step) yield return new(run, start, size);
    }

    private static List<string> LinesOf(ReadOnlySpan<byte> content) =>
        [.. Encoding.Latin1.GetString(content).Split('\n').Select(line => line.Trim(' ', '\t', '\r'))];

    /// <summary>A part of an added run.</summary>
    private sealed record Part(Text Run, int Start, int Length)
    {
        /// <summary>The lines of the learner's version that hold it behind a sign.</summary>
        public Range? FoundIn(Text own)
        {
            var start = own.Dense.AsSpan().IndexOf(Run.Dense.AsSpan(Start, Length));
            if (start < 0) return null;
            var (there, here) = (own.LinesAt(start, Length), Run.LinesAt(Start, Length));
            var lines = own.Lines.Take(there.Start.Value..(there.End.Value + 1)).Where(line => line.Length > 0).ToList();
            var sign = lines[0][0];
            if (ContentWindows.IsOfWord((byte)sign) || lines.Exists(line => line[0] != sign)) return null;
            var added = Count(lines, sign) - Count(Run.Lines.Take(here.Start.Value..(here.End.Value + 1)), sign);
            return added >= lines.Count ? there : null;
        }

        private static int Count(IEnumerable<string> lines, char sign) => lines.Sum(line => line.Count(one => one == sign));
    }

    /// <summary>Lines, and what they are reduced to their words.</summary>
    private sealed class Text
    {
        private readonly List<int> _lineOf = [];

        public Text(IReadOnlyList<string> lines)
        {
            Lines = lines;
            var dense = new List<byte>();
            for (var number = 0; number < lines.Count; number++)
            {
                var words = ContentWindows.Dense(Encoding.Latin1.GetBytes(lines[number]));
                dense.AddRange(words);
                _lineOf.AddRange(Enumerable.Repeat(number, words.Length));
            }

            Dense = [.. dense];
        }

        public IReadOnlyList<string> Lines { get; }

        public byte[] Dense { get; }

        /// <summary>The first and the last line of a part.</summary>
        public Range LinesAt(int start, int length) => _lineOf[start].._lineOf[start + length - 1];
    }
}
