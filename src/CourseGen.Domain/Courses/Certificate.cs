using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Courses;

/// <summary>The statement that the exact path of a learner was run on a snapshot, and what it showed.</summary>
/// <param name="Engine">The engine it was run on.</param>
/// <param name="At">When certification ended.</param>
public sealed record Certificate(
    SnapshotId Snapshot, EngineIdentity Engine, DateTimeOffset At, IReadOnlyList<CertificationCheck> Checks)
{
    /// <summary>Whether everything that was checked holds. A certificate without checks says nothing and does not.</summary>
    public bool Holds => Checks.Count > 0 && Checks.All(check => check.Status == CertificationStatus.Passed);

    /// <summary>The codes of what does not hold.</summary>
    public IReadOnlyList<string> FailedCodes =>
        [.. Checks.Where(check => check.Status == CertificationStatus.Failed).Select(check => check.Code).Distinct(StringComparer.Ordinal)];
}

/// <summary>How a certification check ended. There is no third way: what cannot be checked has not passed.</summary>
public enum CertificationStatus
{
    Passed,
    Failed,
}

/// <summary>One thing that certification looked at.</summary>
/// <param name="Code">One of <see cref="CertificationCodes"/>.</param>
/// <param name="Subject">What was looked at: a suite, a deliverable, a variant.</param>
/// <param name="Sentence">What was seen, for a person.</param>
public sealed record CertificationCheck(string Code, string Subject, CertificationStatus Status, string Sentence)
{
    /// <summary>A check with its outcome.</summary>
    public static CertificationCheck Of(string code, string subject, bool holds, string seen, string otherwise) =>
        new(code, subject, holds ? CertificationStatus.Passed : CertificationStatus.Failed, holds ? seen : otherwise);
}

/// <summary>The written-out codes of certification checks; a failed run has the codes of those that failed.</summary>
public static class CertificationCodes
{
    /// <summary>The sandbox is the engine that the evidence is from.</summary>
    public const string Engine = "certify_engine";

    /// <summary>The snapshot's own bundle can be read back and is the one that was certified.</summary>
    public const string Bundle = "certify_bundle";

    /// <summary>A workspace is seeded with the learner's tree, byte for byte, and with nothing hidden.</summary>
    public const string Workspace = "certify_workspace";

    /// <summary>The untouched starter fails every suite the way the evidence says.</summary>
    public const string Starter = "certify_starter";

    /// <summary>The reference passes every suite.</summary>
    public const string Reference = "certify_reference";

    /// <summary>A naive solution passes what is visible and fails what is hidden.</summary>
    public const string Naive = "certify_naive";

    /// <summary>Every deliverable has a score with every check of its roster.</summary>
    public const string Scorecard = "certify_scorecard";

    /// <summary>All of them, in the order in which they are looked at.</summary>
    public static readonly IReadOnlyList<string> All = [Engine, Bundle, Workspace, Starter, Reference, Naive, Scorecard];
}
