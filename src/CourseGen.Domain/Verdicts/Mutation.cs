using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>How a mutant is cut from the difference between starter and reference.</summary>
public enum MutantKind
{
    /// <summary>The reference without one hunk of the difference.</summary>
    HunkOut,

    /// <summary>The starter with one hunk of the difference.</summary>
    HunkIn,

    /// <summary>The reference without one added line.</summary>
    LineOut,

    /// <summary>The reference with another literal or operator in an added line.</summary>
    TokenSwapped,

    /// <summary>The reference with two neighbouring added lines exchanged.</summary>
    LinesExchanged,
}

/// <summary>What became of a mutant.</summary>
public enum MutantFate
{
    /// <summary>A hidden suite did not pass on it.</summary>
    Killed,

    /// <summary>Every hidden suite passed on it.</summary>
    Survived,

    /// <summary>Every hidden suite passed on it, and the author says that it does the same as the reference.</summary>
    Acknowledged,

    /// <summary>It did not get past install, verify or boot, so it says nothing about the suites.</summary>
    Stillborn,
}

/// <summary>A small change of the course's own solution.</summary>
/// <param name="Id">The beginning of the SHA-256 of file and change; the same change of other line numbers has the same one.</param>
/// <param name="File">The changed file, by its path in the workspace.</param>
/// <param name="Line">The first line the change concerns, from 1.</param>
/// <param name="Diff">The change as a unified diff.</param>
public sealed record Mutant(string Id, MutantKind Kind, string File, int Line, string Diff);

/// <summary>A mutant and what became of it.</summary>
/// <param name="KilledBy">The first hidden suite that did not pass, if one did not.</param>
/// <param name="Promises">For a survivor: the promises that are probably broken; none when nothing tells.</param>
/// <param name="Why">For an acknowledged one: the author's reason.</param>
public sealed record MutantOutcome(
    Mutant Mutant, MutantFate Fate, SuiteId? KilledBy, IReadOnlyList<string> Promises, string Why)
{
    /// <summary>For a killed one: the checks of that suite that did not pass, if the suite came to its end.</summary>
    public IReadOnlyList<string> FailedChecks { get; init; } = [];
}

/// <summary>What small changes of the reference say about the hidden suites.</summary>
/// <param name="Seed">Chose the mutants among the candidates.</param>
/// <param name="Candidates">How many different mutants there were to choose from.</param>
/// <param name="NotRun">Why no mutant was run; empty when they were.</param>
public sealed record Mutation(
    int Seed, double Threshold, int Candidates, IReadOnlyList<MutantOutcome> Outcomes, string NotRun)
{
    /// <summary>How many runs of suites on mutants come from an earlier certification.</summary>
    public int Reused { get; init; }

    /// <summary>No mutant was run, and why.</summary>
    public static Mutation None(int seed, MutationPolicy policy, string why) => new(seed, policy.Threshold, 0, [], why);

    public int Count(MutantFate fate) => Outcomes.Count(one => one.Fate == fate);

    public IReadOnlyList<MutantOutcome> Of(MutantFate fate) => [.. Outcomes.Where(one => one.Fate == fate)];

    /// <summary>How many mutants tell something about the suites: those that were killed and those that survived.</summary>
    public int Telling => Count(MutantFate.Killed) + Count(MutantFate.Survived);

    /// <summary>The share of the telling mutants that was killed; none without such mutants.</summary>
    public double? Score => Telling == 0 ? null : (double)Count(MutantFate.Killed) / Telling;

    /// <summary>Whether the suites are as strong as the course asks.</summary>
    public bool Holds => Score is not { } score || score >= Threshold;
}
