using System.Text.Json.Serialization;
using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>What one run of one suite on one workspace showed.</summary>
/// <param name="Checks">The checks of the roster with their outcomes, in roster order; without a roster, those reported.</param>
/// <param name="Unknown">Ids that were reported and are not on the roster; ignored for the verdict.</param>
/// <param name="Cost">What the run took.</param>
/// <param name="Log">The end of what the checks and the program wrote.</param>
/// <param name="InProcess">Whether the suite loaded the learner's code into its own process, where it can be forged.</param>
public sealed record SuiteResult(
    SuiteId Suite,
    SuiteEnding Ending,
    IReadOnlyList<CheckResult> Checks,
    IReadOnlyList<string> Unknown,
    RunCost Cost,
    string Log,
    bool InProcess)
{
    /// <summary>
    /// The limit that ended the learner's program while the suite went on and told of it in its own words; null when
    /// there was none.
    /// </summary>
    public SuiteEnding.OverLimit? ProgramLimit { get; init; }

    /// <summary>Whether the result comes from an earlier certification.</summary>
    [JsonIgnore]
    public bool Reused { get; init; }

    /// <summary>Whether the suite holds: it completed and every check passed.</summary>
    [JsonIgnore]
    public bool Passed => Ending is SuiteEnding.Completed && Checks.Count > 0 && Checks.All(check => check.Passed);

    /// <summary>Whether at least one check came to an assertion that did not hold.</summary>
    [JsonIgnore]
    public bool FailedByAssertion => Checks.Any(check => check.Status == CheckStatus.Failed);

    /// <summary>The counts by outcome.</summary>
    [JsonIgnore]
    public CheckCounts Counts => CheckCounts.Of(Checks);

    /// <summary>
    /// Ids of the checks that did not pass. Where the project did not come as far as a suite, no check has looked at it, and
    /// there are none.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<string> FailedIds => Ending is SuiteEnding.NotRunnable ? [] : Checks.Where(check => !check.Passed).Select(check => check.Id);

    /// <summary>Ids of the checks that passed.</summary>
    [JsonIgnore]
    public IReadOnlySet<string> PassedIds => Checks.Where(check => check.Passed).Select(check => check.Id).ToHashSet(StringComparer.Ordinal);
}

/// <summary>What a run of a suite took.</summary>
/// <param name="Boot">Wall clock until the server was healthy; zero for a command course.</param>
/// <param name="Suite">Wall clock of check.sh.</param>
/// <param name="Cpu">CPU time of the learner's box.</param>
/// <param name="PeakMemoryBytes">The most memory of the learner's box.</param>
/// <param name="PeakProcesses">The most processes of the learner's box.</param>
/// <param name="DiskBytes">What the learner's box had written at the end.</param>
/// <param name="OutputBytes">The larger of the suite's and the server's output.</param>
public sealed record RunCost(
    TimeSpan Boot, TimeSpan Suite, TimeSpan Cpu, long PeakMemoryBytes, int PeakProcesses, long DiskBytes, long OutputBytes)
{
    public static readonly RunCost Zero = new(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 0, 0, 0, 0);
}
