using CourseGen.App.Verifying;
using CourseGen.Domain.Verdicts;

namespace CourseGen.CorpusTests;

/// <summary>
/// How much of the corpus a run goes through. <c>make corpus</c> runs all of it as an author would certify it.
/// <c>make test</c>, which has to stay quick, runs a stratum: of every finding code one defective bundle, and of the
/// sound ones what a change of the harness breaks first, the matrix once and without mutants.
/// </summary>
internal static class Part
{
    /// <summary>Whether this run goes through everything.</summary>
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("COURSEGEN_CORPUS") == "all";

    public static IReadOnlyList<SoundBundle> Sound => Corpus.Sound;

    public static IReadOnlyList<DefectiveBundle> Defective { get; } = IsWhole ? Corpus.Defective : OneOfEveryCode();

    public static CertifyOptions OptionsOf(SoundBundle _) =>
        IsWhole ? new(CertifyOptions.DefaultReruns, CertifyOptions.DefaultJobs) { Seed = CertifyOptions.DefaultSeed } : new(1, CertifyOptions.DefaultJobs);

    public static CertifyOptions OptionsOf(DefectiveBundle bundle)
    {
        // What the order of runs changes can only show when they do not overlap.
        var jobs = bundle.Shows(FindingCode.OrderDependent) ? 1 : CertifyOptions.DefaultJobs;
        if (IsWhole) return new(Math.Max(CertifyOptions.DefaultReruns, bundle.Expected.Reruns), jobs) { Seed = CertifyOptions.DefaultSeed };
        // Only a whole run makes mutants.
        return bundle.Shows(FindingCode.MutantsSurvive)
            ? new(bundle.Expected.Reruns, jobs) { Seed = CertifyOptions.DefaultSeed }
            : new(bundle.Expected.Reruns, jobs) { Rows = RowsOf(bundle) };
    }

    // Forgers and bugs are the greater half of a matrix, and say nothing about a bundle whose mistake lies elsewhere.
    private static HashSet<RowRole> RowsOf(DefectiveBundle bundle)
    {
        var rows = Enum.GetValues<RowRole>().ToHashSet();
        if (!bundle.Shows(FindingCode.ForgedPass)) rows.Remove(RowRole.Forger);
        if (bundle.Shows(FindingCode.OrderDependent)) rows.Remove(RowRole.Buggy);
        return rows;
    }

    private static List<DefectiveBundle> OneOfEveryCode()
    {
        var chosen = new List<DefectiveBundle>();
        foreach (var (code, bundles) in Corpus.ByCode)
            if (bundles.Count > 0 && !chosen.Exists(one => one.Expected.Codes.Contains(code))) chosen.Add(bundles[0]);
        return chosen;
    }
}
