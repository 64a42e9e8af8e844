using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>What each code of a finding says about a bundle, in a few words.</summary>
internal static class FindingWords
{
    public static string Of(string code) => code switch
    {
        FindingCode.BundleInvalid => "The bundle breaks its contract",
        FindingCode.ProtocolNotAuthored => "A protocol script is not authored",
        FindingCode.InstallFailed => "The starter's install.sh does not hold",
        FindingCode.VerifyFailed => "The starter's verify.sh does not hold",
        FindingCode.StarterDoesNotBoot => "The starter does not boot",
        FindingCode.StarterPassesVisible => "The starter passes a visible suite",
        FindingCode.StarterPassesHidden => "The starter passes a hidden suite",
        FindingCode.StarterFailsByCrash => "The starter fails by errors only",
        FindingCode.EmptyPasses => "An emptied starter passes a suite",
        FindingCode.ReferenceFails => "The reference does not pass a suite",
        FindingCode.ReferenceFlaky => "Runs of the same suite disagree",
        FindingCode.OrderDependent => "A verdict depends on the order of deliverables",
        FindingCode.PartialNoProgress => "A small improvement does not show",
        FindingCode.NaiveMissing => "Nothing shows that hidden is stronger than visible",
        FindingCode.NaiveFailsVisible => "A naive solution fails the visible suite",
        FindingCode.NaivePassesHidden => "A naive solution passes the hidden suite",
        FindingCode.BuggyPasses => "A buggy solution passes",
        FindingCode.ForgedPass => "A forger gets a pass",
        FindingCode.MilestoneNotCumulative => "A milestone is not cumulative",
        FindingCode.MutantsSurvive => "Too many mutants survive the hidden suites",
        FindingCode.PromiseUntested => "A promise is not tested",
        FindingCode.HiddenEqualsVisible => "The hidden suite is the visible one",
        FindingCode.HiddenLeaked => "A learner can read hidden checks",
        FindingCode.ReferenceLeaked => "A learner can read the solution",
        FindingCode.OverLimit => "The reference needs too much of a limit",
        FindingCode.ReportMalformed => "A report cannot be used",
        FindingCode.ReadmeBroken => "A document names what is not there",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "This code has no words yet."),
    };
}
