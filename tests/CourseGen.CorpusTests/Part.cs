using CourseGen.App.Verifying;
using CourseGen.Domain.Verdicts;

namespace CourseGen.CorpusTests;

/// <summary>
/// How much of the corpus a run goes through. <c>make corpus</c> runs all of it as an author would certify it, and
/// continuous integration, where all of it would take too long, one half of it on even days and the other on odd ones.
/// <c>make test</c>, which has to stay quick, runs a stratum: one defective bundle of every finding code, and one sound
/// bundle of every third toolchain, once and without mutants. Whole matrices of all sound ones would take it several minutes.
/// </summary>
internal static class Part
{
    private static readonly string? Asked = Environment.GetEnvironmentVariable("COURSEGEN_CORPUS");

    private static readonly int? Half = Asked == "half" ? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).DayNumber % 2 : null;

    /// <summary>Whether bundles are certified as an author would do it, and not as quickly as they can be told apart.</summary>
    public static bool IsWhole { get; } = Asked is "all" or "half";

    /// <summary>Whether it goes through every defective bundle, each as quickly as its mistake shows.</summary>
    private static bool HasEveryDefect => IsWhole || Asked == "defects";

    // What a toolchain can break by itself: to install, build, boot, run and report. Bugs, forgers and an emptied starter are the
    // harness's own business, the same in any language; the smallest bundles have them all.
    private static readonly HashSet<RowRole> Few = [RowRole.Starter, RowRole.Reference, RowRole.Partial, RowRole.Naive];

    public static IReadOnlyList<SoundBundle> Sound { get; } = IsWhole ? Of(Corpus.Sound) : OneOfEveryThirdToolchain();

    public static IReadOnlyList<DefectiveBundle> Defective { get; } = HasEveryDefect ? Of(Corpus.Defective) : OneOfEveryCode();

    public static CertifyOptions OptionsOf(SoundBundle bundle) =>
        IsWhole
            ? new(CertifyOptions.DefaultReruns, CertifyOptions.DefaultJobs) { Seed = CertifyOptions.DefaultSeed }
            : new(1, CertifyOptions.DefaultJobs) { Rows = IsSmall(bundle) ? null : Few };

    /// <summary>Codes that only say what was left out: a promise may need a bug to be seen broken.</summary>
    public static IReadOnlyList<string> LeftOpen(SoundBundle bundle) => IsWhole || IsSmall(bundle) ? [] : [FindingCode.PromiseUntested];

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
        // One run after another takes its time, and the reference is what shows it.
        if (bundle.Shows(FindingCode.OrderDependent)) return [RowRole.Reference, RowRole.Partial, RowRole.Naive];
        var rows = Enum.GetValues<RowRole>().ToHashSet();
        if (!bundle.Shows(FindingCode.ForgedPass)) rows.Remove(RowRole.Forger);
        return rows;
    }

    private static bool IsSmall(SoundBundle bundle) => bundle.Expected.Needs.Count == 0;

    private static IReadOnlyList<T> Of<T>(IReadOnlyList<T> all) => Half is { } half ? [.. all.Where((_, index) => index % 2 == half)] : all;

    // No toolchain has code of its own here, so that they go the same ways; make corpus runs them all.
    private static List<SoundBundle> OneOfEveryThirdToolchain() =>
    [
        .. Corpus.Sound.Where(bundle => bundle.Expected.Slow.Length == 0).GroupBy(bundle => bundle.Expected.Toolchain, StringComparer.Ordinal)
            .Where((_, index) => index % 3 == 1).Select(bundles => bundles.First()),
    ];

    private static List<DefectiveBundle> OneOfEveryCode()
    {
        var chosen = new List<DefectiveBundle>();
        foreach (var (code, bundles) in Corpus.ByCode)
            if (!chosen.Exists(one => one.Expected.Codes.Contains(code))) chosen.AddRange(bundles.OrderBy(bundle => bundle.Expected.Reruns).ThenBy(bundle => bundle.Expected.Also.Count).Take(1));
        return chosen;
    }
}
