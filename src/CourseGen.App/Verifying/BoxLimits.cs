using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Sandbox;

namespace CourseGen.App.Verifying;

/// <summary>Translates between the limits of a bundle and those of a box.</summary>
internal static class BoxLimits
{
    /// <summary>The name of the limit that the clock keeps.</summary>
    public const string Time = "time";

    /// <summary>The limits of a suite's boxes.</summary>
    public static Limits ForSuite(BundleLimits limits) =>
        new(limits.Cpu, limits.MemoryBytes, limits.Processes, limits.DiskBytes, limits.OutputBytes);

    /// <summary>The limits while dependencies are installed and the project is built: its wall clock bounds the CPU time too.</summary>
    public static Limits ForInstall(BundleLimits limits) =>
        new(limits.Install * Environment.ProcessorCount, Math.Max(limits.MemoryBytes, 2L << 30), Math.Max(limits.Processes, 512),
            Math.Max(limits.DiskBytes, 1L << 30), Math.Max(limits.OutputBytes, 8 << 20));

    /// <summary>The ending of a suite whose box went over a limit.</summary>
    public static SuiteEnding.OverLimit Over(Ending.OverLimit over) =>
        new(NameOf(over.Limit), over.Phase, Shown(over.Limit, over.Allowed), Shown(over.Limit, over.Reached));

    /// <summary>The limit's name: the manifest's, or <see cref="Time"/>, which has one name for each phase there.</summary>
    public static string NameOf(LimitKind limit) => limit switch
    {
        LimitKind.Wall => Time,
        LimitKind.Cpu => "cpu",
        LimitKind.Memory => "memory",
        LimitKind.Processes => "processes",
        LimitKind.Disk => "disk",
        _ => "output",
    };

    private static string Shown(LimitKind limit, long value) => limit switch
    {
        LimitKind.Wall or LimitKind.Cpu => $"{value / 1000.0:0.#} s",
        LimitKind.Processes => $"{value}",
        LimitKind.Output => $"{value / 1024.0:0.#} KiB",
        _ => $"{value / 1024.0 / 1024.0:0.#} MiB",
    };
}
