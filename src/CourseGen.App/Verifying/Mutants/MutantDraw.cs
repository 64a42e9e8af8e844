using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>
/// Draws mutants by a seed. The kinds take turns, so that the many changes of tokens do not crowd out the others; within
/// a kind the hash of seed and id decides, so that a line that is added elsewhere changes few of them.
/// </summary>
internal static class MutantDraw
{
    private static readonly MutantKind[] Turns =
    [
        MutantKind.TokenSwapped, MutantKind.LineOut, MutantKind.TokenSwapped, MutantKind.LinesExchanged,
        MutantKind.TokenSwapped, MutantKind.LineOut, MutantKind.HunkOut, MutantKind.HunkIn,
    ];

    public static IReadOnlyList<T> Draw<T>(IReadOnlyList<T> candidates, Func<T, Mutant> mutantOf, int seed, int most)
    {
        var left = candidates.GroupBy(one => mutantOf(one).Kind).ToDictionary(
            group => group.Key, group => new Queue<T>(group.OrderBy(one => Place(seed, mutantOf(one).Id), StringComparer.Ordinal)));
        var drawn = new List<T>();
        for (var turn = 0; drawn.Count < most && left.Values.Any(queue => queue.Count > 0); turn++)
            if (left.TryGetValue(Turns[turn % Turns.Length], out var queue) && queue.TryDequeue(out var next)) drawn.Add(next);
        return drawn;
    }

    private static string Place(int seed, string id) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {id}"))));
}
