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
        // By the order of runs something can only show when they do not overlap.
        var jobs = bundle.Expected.Codes.Contains(FindingCode.OrderDependent) ? 1 : CertifyOptions.DefaultJobs;
        var reruns = IsWhole ? Math.Max(CertifyOptions.DefaultReruns, bundle.Expected.Reruns) : bundle.Expected.Reruns;
        var seed = IsWhole || bundle.Allowed.Contains(FindingCode.MutantsSurvive) ? CertifyOptions.DefaultSeed : (int?)null;
        return new(reruns, jobs) { Seed = seed };
    }

    private static IReadOnlyList<DefectiveBundle> OneOfEveryCode()
    {
        var chosen = new List<DefectiveBundle>();
        foreach (var (code, bundles) in Corpus.ByCode)
            if (bundles.Count > 0 && !chosen.Exists(one => one.Expected.Codes.Contains(code))) chosen.Add(bundles[0]);
        return chosen;
    }
}
