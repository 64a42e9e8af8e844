using CourseGen.App.Verifying;
using CourseGen.Domain.Verdicts;

namespace CourseGen.CorpusTests;

/// <summary>
/// How much of the corpus a run goes through. <c>make corpus</c> runs all of it as an author would certify it, and
/// continuous integration, where all of it would take too long, one half of it on even days and the other on odd ones.
/// <c>make test</c>, which has to stay quick, runs the matrices of all sound bundles but those that are slow on purpose, once
/// and without mutants, with forgers where a bundle needs nothing installed; and one defective bundle of every finding code.
/// </summary>
internal static class Part
{
    private static readonly string? Asked = Environment.GetEnvironmentVariable("COURSEGEN_CORPUS");

    private static readonly int? Half = Asked == "half" ? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).DayNumber % 2 : null;

    /// <summary>Whether bundles are certified as an author would do it, and not as quickly as they can be told apart.</summary>
    public static bool IsWhole { get; } = Asked is "all" or "half";

    /// <summary>Whether it goes through every defective bundle, each as quickly as its mistake shows.</summary>
    private static bool HasEveryDefect => IsWhole || Asked == "defects";

    public static IReadOnlyList<SoundBundle> Sound { get; } = IsWhole ? Of(Corpus.Sound) : [.. Corpus.Sound.Where(bundle => bundle.Expected.Slow.Length == 0)];

    public static IReadOnlyList<DefectiveBundle> Defective { get; } = HasEveryDefect ? Of(Corpus.Defective) : OneOfEveryCode();

    // Forgers are the harness's own business, the same in any language.
    private static readonly HashSet<RowRole> AllButForgers = [.. Enum.GetValues<RowRole>().Where(role => role != RowRole.Forger)];

    /// <summary>How a sound bundle is certified.</summary>
    public static CertifyOptions OptionsOf(SoundBundle bundle) =>
        IsWhole
            ? new(CertifyOptions.DefaultReruns, CertifyOptions.DefaultJobs) { Seed = CertifyOptions.DefaultSeed }
            : new(1, CertifyOptions.DefaultJobs) { Rows = bundle.Expected.Needs.Count == 0 ? null : AllButForgers };

    /// <summary>How a defective bundle is certified.</summary>
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

    private static IReadOnlyList<T> Of<T>(IReadOnlyList<T> all) => Half is { } half ? [.. all.Where((_, index) => index % 2 == half)] : all;

    private static List<DefectiveBundle> OneOfEveryCode()
    {
        var chosen = new List<DefectiveBundle>();
        foreach (var (code, bundles) in Corpus.ByCode)
            if (!chosen.Exists(one => one.Expected.Codes.Contains(code))) chosen.AddRange(bundles.OrderBy(bundle => bundle.Expected.Reruns).ThenBy(bundle => bundle.Expected.Also.Count).Take(1));
        return chosen;
    }
}
