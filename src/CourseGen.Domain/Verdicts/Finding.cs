namespace CourseGen.Domain.Verdicts;

/// <summary>The reasons for which a bundle is refused. The stored strings are part of the bundle contract.</summary>
public static class FindingCode
{
    public const string BundleInvalid = "bundle_invalid";
    public const string ProtocolNotAuthored = "protocol_not_authored";
    public const string InstallFailed = "install_failed";
    public const string VerifyFailed = "verify_failed";
    public const string StarterDoesNotBoot = "starter_does_not_boot";
    public const string StarterPassesVisible = "starter_passes_visible";
    public const string StarterPassesHidden = "starter_passes_hidden";
    public const string StarterFailsByCrash = "starter_fails_by_crash";
    public const string EmptyPasses = "empty_passes";
    public const string ReferenceFails = "reference_fails";
    public const string ReferenceFlaky = "reference_flaky";
    public const string OrderDependent = "order_dependent";
    public const string PartialNoProgress = "partial_no_progress";
    public const string NaiveMissing = "naive_missing";
    public const string NaiveFailsVisible = "naive_fails_visible";
    public const string NaivePassesHidden = "naive_passes_hidden";
    public const string BuggyPasses = "buggy_passes";
    public const string ForgedPass = "forged_pass";
    public const string MilestoneNotCumulative = "milestone_not_cumulative";
    public const string MutantsSurvive = "mutants_survive";
    public const string PromiseUntested = "promise_untested";
    public const string HiddenEqualsVisible = "hidden_equals_visible";
    public const string HiddenLeaked = "hidden_leaked";
    public const string ReferenceLeaked = "reference_leaked";
    public const string OverLimit = "over_limit";
    public const string ReportMalformed = "report_malformed";
    public const string ReadmeBroken = "readme_broken";

    /// <summary>Every code, in the order of the contract.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        BundleInvalid, ProtocolNotAuthored, InstallFailed, VerifyFailed, StarterDoesNotBoot, StarterPassesVisible,
        StarterPassesHidden, StarterFailsByCrash, EmptyPasses, ReferenceFails, ReferenceFlaky, OrderDependent,
        PartialNoProgress, NaiveMissing, NaiveFailsVisible, NaivePassesHidden, BuggyPasses, ForgedPass,
        MilestoneNotCumulative, MutantsSurvive, PromiseUntested, HiddenEqualsVisible, HiddenLeaked, ReferenceLeaked,
        OverLimit, ReportMalformed, ReadmeBroken,
    ];
}

/// <summary>One reason why a bundle does not hold.</summary>
/// <param name="Code">One of <see cref="FindingCode"/>.</param>
/// <param name="Deliverable">The deliverable it is about, if one.</param>
/// <param name="Variant">The variant that showed it, if one.</param>
/// <param name="Message">What is wrong, for the course's author.</param>
/// <param name="NextStep">What to change.</param>
public sealed record Finding(
    string Code, string? Deliverable, string? Variant, string Message, string NextStep, FindingEvidence Evidence)
{
    /// <summary>A finding about a suite's result.</summary>
    public static Finding About(string code, SuiteResult result, string variant, string message, string nextStep, IEnumerable<string>? checks = null) =>
        new(code, result.Suite.Deliverable, variant, message, nextStep, new(result.Suite.ToString(), [.. checks ?? []], result.Log));
}

/// <summary>What shows a finding.</summary>
/// <param name="Suite">deliverable/kind, if a suite showed it.</param>
/// <param name="Checks">The check ids concerned.</param>
/// <param name="Log">The end of the log, or what else was seen.</param>
public sealed record FindingEvidence(string? Suite, IReadOnlyList<string> Checks, string Log)
{
    public static readonly FindingEvidence None = new(null, [], "");
}
