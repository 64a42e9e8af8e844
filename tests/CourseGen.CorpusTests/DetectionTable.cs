using System.Text;

namespace CourseGen.CorpusTests;

/// <summary>How many defective bundles there are of each finding code, and how many of them the harness named it for.</summary>
internal static class DetectionTable
{
    public static string Of(IReadOnlyList<DefectiveBundle> bundles, Func<string, Outcome?> saidOf)
    {
        var table = new StringBuilder("\ncode                     | bundles | found\n-------------------------|---------|------\n");
        foreach (var (code, all) in Corpus.ByCode)
        {
            var tried = all.Intersect(bundles).ToList();
            var found = tried.Count(bundle => saidOf(bundle.Name)?.Codes.Contains(code) == true);
            table.Append($"{code,-24} | {tried.Count,7} | {found,5}\n");
        }

        return table.Append($"{bundles.Count} of {Corpus.Defective.Count} defective bundles were run.\n").ToString();
    }
}
