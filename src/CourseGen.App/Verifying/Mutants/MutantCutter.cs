using System.Text.RegularExpressions;
using CourseGen.App.Content;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>
/// Cuts candidates from the difference between starter and reference, which is the learner's work. It knows no language:
/// a change that makes no sense in one does not build, and then says nothing.
/// </summary>
internal sealed class MutantCutter(IReadOnlyList<FileChange> changes, IReadOnlyList<string> skip)
{
    private const int FewestSignificant = 2;
    private const int MostCandidates = 20_000;

    private static readonly string[] ProseEndings = [".md", ".markdown", ".rst", ".adoc"];

    private readonly int _hunks = changes.Sum(one => one.Hunks.Count);

    // Patterns come from the bundle; without backtracking none of them can hang us.
    private readonly Regex[] _skip = [.. skip.Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture))];

    /// <summary>Every different candidate, in the order of files and lines.</summary>
    public IReadOnlyList<(Candidate Candidate, Mutant Mutant)> Cut() =>
        [.. changes.Where(change => !IsProse(change.Path)).SelectMany(Of).Take(MostCandidates).Select(candidate => (candidate, candidate.ToMutant())).DistinctBy(pair => pair.Item2.Id, StringComparer.Ordinal)];

    // One after another: a file may have far more of them than are taken.
    private IEnumerable<Candidate> Of(FileChange change) =>
        change.Hunks.SelectMany(hunk => Hunks(change, hunk))
            .Concat(change.Hunks.SelectMany(hunk => Lines(change, hunk)))
            .Concat(Tokens(change))
            .Concat(change.Hunks.SelectMany(hunk => Exchanges(change, hunk)));

    private IEnumerable<Candidate> Hunks(FileChange change, Hunk hunk)
    {
        // With one hunk in all, without it is the starter and with it is the reference.
        if (_hunks == 1 || !HoldsCode(change, hunk)) yield break;
        yield return new(MutantKind.HunkOut, change.Path, false, change.After, hunk.AfterStart, hunk.AfterCount, Part(change.Before, hunk.BeforeStart, hunk.BeforeCount));
        // With two, the one alone is all without the other.
        if (_hunks > 2)
            yield return new(MutantKind.HunkIn, change.Path, true, change.Before, hunk.BeforeStart, hunk.BeforeCount, Part(change.After, hunk.AfterStart, hunk.AfterCount));
    }

    private IEnumerable<Candidate> Lines(FileChange change, Hunk hunk) =>
        Added(change, hunk).Select(line => new Candidate(MutantKind.LineOut, change.Path, false, change.After, line, 1, []));

    private IEnumerable<Candidate> Tokens(FileChange change)
    {
        var added = change.Hunks.SelectMany(hunk => Added(change, hunk)).ToList();
        var texts = TokenSwaps.TextsOf(added.Select(line => change.After[line]));
        foreach (var line in added)
            foreach (var swapped in TokenSwaps.Of(change.After[line], texts))
                yield return new(MutantKind.TokenSwapped, change.Path, false, change.After, line, 1, [swapped]);
    }

    private IEnumerable<Candidate> Exchanges(FileChange change, Hunk hunk)
    {
        var lines = Added(change, hunk).ToHashSet();
        foreach (var line in lines.Where(line => lines.Contains(line + 1)))
        {
            var (first, second) = (change.After[line], change.After[line + 1]);
            // Lines of other depths belong to other blocks; exchanging them nearly never builds.
            if (Indent(first) == Indent(second) && first.EndsWith('\n') && second.EndsWith('\n') && LineOrder.Matters(first, second))
                yield return new(MutantKind.LinesExchanged, change.Path, false, change.After, line, 2, [second, first]);
        }
    }

    /// <summary>The added lines that hold code.</summary>
    private IEnumerable<int> Added(FileChange change, Hunk hunk) =>
        Enumerable.Range(hunk.AfterStart, hunk.AfterCount).Where(line => IsCode(change.After[line]) && !change.CommentsAfter.Contains(line));

    private bool HoldsCode(FileChange change, Hunk hunk) =>
        Added(change, hunk).Any()
        || Enumerable.Range(hunk.BeforeStart, hunk.BeforeCount).Any(line => IsCode(change.Before[line]) && !change.CommentsBefore.Contains(line));

    // What is written for people is run by nobody.
    private static bool IsProse(string path) => ProseEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private bool IsCode(string line) =>
        line.Count(char.IsLetterOrDigit) >= FewestSignificant && !_skip.Any(pattern => pattern.IsMatch(line.TrimEnd('\n', '\r')));

    private static string Indent(string line) => line[..(line.Length - line.TrimStart().Length)];

    private static IReadOnlyList<string> Part(IReadOnlyList<string> lines, int start, int count) => [.. lines.Skip(start).Take(count)];
}
