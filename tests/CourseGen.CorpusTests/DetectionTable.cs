using System.Text;

namespace CourseGen.CorpusTests;

/// <summary>How many defective bundles there are of each finding code, and how many of them the harness named it for.</summary>
internal static class DetectionTable
{
    private const int Shown = 8;

    public static string Of(IReadOnlyList<DefectiveBundle> bundles, Func<string, Outcome?> saidOf)
    {
        var table = new StringBuilder("\ncode                     | bundles | found\n-------------------------|---------|------\n");
        foreach (var (code, all) in Corpus.ByCode)
        {
            var tried = all.Intersect(bundles).ToList();
            var found = tried.Count(bundle => saidOf(bundle.Name)?.Codes.Contains(code) == true);
            table.Append($"{code,-24} | {tried.Count,7} | {found,5}\n");
        }

        table.Append($"{bundles.Count} of {Corpus.Defective.Count} defective bundles were run, and {Part.Sound.Count} of {Corpus.Sound.Count} sound ones.\n");
        var slowest = Part.Sound.Select(bundle => bundle.Name).Concat(bundles.Select(bundle => bundle.Name)).Select(name => (Name: name, saidOf(name)?.Took))
            .OrderByDescending(one => one.Took).Take(Shown).Select(one => $"{one.Name} {one.Took?.TotalSeconds:0.0} s");
        return table.Append($"The slowest: {string.Join(", ", slowest)}.\n").ToString();
    }
}
