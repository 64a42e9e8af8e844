using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>How much of each limit runs needed.</summary>
/// <param name="Limit">The limit's name in the manifest.</param>
/// <param name="Share">The largest share of it, 1 being all.</param>
/// <param name="Shown">Need and limit with their units.</param>
public sealed record LimitUse(string Limit, double Share, string Shown)
{
    /// <summary>The share of a limit that the reference may need; the rest is a learner's room.</summary>
    public const double Room = 0.5;

    public static IReadOnlyList<LimitUse> Of(BundleLimits limits, IReadOnlyList<SuiteResult> runs)
    {
        LimitUse Time(string name, Func<RunCost, TimeSpan> of, TimeSpan limit)
        {
            var most = runs.Max(run => of(run.Cost));
            return new(name, most / limit, $"{most.TotalSeconds:0.0} s of {limit.TotalSeconds:0} s");
        }

        LimitUse Count(string name, Func<RunCost, long> of, long limit, long unit, string label)
        {
            var most = runs.Max(run => of(run.Cost));
            return new(name, (double)most / limit, $"{(double)most / unit:0.#}{label} of {(double)limit / unit:0.#}{label}");
        }

        const long mebibyte = 1024 * 1024;
        return
        [
            Time("boot", cost => cost.Boot, limits.Boot),
            Time("suite", cost => cost.Suite, limits.Suite),
            Time("cpu", cost => cost.Cpu, limits.Cpu),
            Count("memory", cost => cost.PeakMemoryBytes, limits.MemoryBytes, mebibyte, " MiB"),
            Count("processes", cost => cost.PeakProcesses, limits.Processes, 1, ""),
            Count("disk", cost => cost.DiskBytes, limits.DiskBytes, mebibyte, " MiB"),
            Count("output", cost => cost.OutputBytes, limits.OutputBytes, 1024, " KiB"),
        ];
    }
}
