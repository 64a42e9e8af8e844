using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Authoring;

/// <summary>Where a repair goes back to: chosen by the codes of the findings it was for.</summary>
internal static class RepairRoute
{
    /// <summary>Codes that concern the project itself and not how it is checked.</summary>
    private static readonly HashSet<string> Structural = new(StringComparer.Ordinal)
    {
        FindingCode.BundleInvalid, FindingCode.ProtocolNotAuthored, FindingCode.InstallFailed, FindingCode.VerifyFailed,
        FindingCode.StarterDoesNotBoot, FindingCode.ReferenceLeaked, FindingCode.HiddenLeaked, FindingCode.ReadmeBroken,
        FindingCode.OverLimit, AuthoringCode.OwnedFileMissing, AuthoringCode.OwnedFileUntouched, AuthoringCode.WorkOutsideOwned,
        AuthoringCode.LearnerTextMissing, AuthoringCode.GraderJargon, AuthoringCode.ReferenceNotRunnable,
    };

    public static string Target(string repair, FailurePacket packet)
    {
        if (packet.Findings.Any(finding => Structural.Contains(finding.Code))) return Node.AuthoringRuntime;
        return repair == Node.ReviewerRepair ? Node.ReviewerTests : Node.AuthoringTests;
    }
}
