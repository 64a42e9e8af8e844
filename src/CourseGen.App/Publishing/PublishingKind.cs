using CourseGen.Domain.Courses;
using CourseGen.Runs;

namespace CourseGen.App.Publishing;

/// <summary>What a publishing run is about, and what it has made so far.</summary>
/// <param name="Bundle">The digest of the bundle's tree, which is kept with all its files.</param>
/// <param name="Evidence">The blob of the evidence document.</param>
/// <param name="Snapshot">The snapshot, once it is frozen.</param>
public sealed record PublishingState(string Bundle, string Evidence, string? Snapshot = null)
{
    /// <summary>The snapshot, which every step after freezing has.</summary>
    internal SnapshotId Frozen => new(Snapshot ?? throw new InvalidOperationException("Nothing is frozen yet."));
}

/// <summary>What freezing found out.</summary>
internal sealed record FrozenPayload(string Snapshot, string Slug, int Version);

/// <summary>The written-out names of publishing runs.</summary>
public static class PublishingNames
{
    /// <summary>The run kind.</summary>
    public const string Kind = "publishing";

    /// <summary>Makes the snapshot.</summary>
    public const string Freeze = "freeze";

    /// <summary>Runs the learner's path on it.</summary>
    public const string Certify = "certify";

    /// <summary>Writes the certificate and lets learners enroll.</summary>
    public const string Publish = "publish";

    /// <summary>Event: a suite was run; payload: done, total, now.</summary>
    public const string SuiteCertified = "suite_certified";

    /// <summary>Event: a state of the workspace was looked at whole; payload: row, done, total, checks.</summary>
    public const string RowCertified = "row_certified";

    /// <summary>Failure code: the evidence document cannot be read.</summary>
    public const string EvidenceUnreadable = "evidence_unreadable";

    /// <summary>Failure code: the evidence refuses the bundle.</summary>
    public const string EvidenceRefuses = "evidence_refuses";

    /// <summary>Failure code: the evidence is about another bundle, or does not cover this one whole.</summary>
    public const string EvidenceElsewhere = "evidence_elsewhere";
}

/// <summary>A certified bundle from its evidence to a snapshot that learners can enroll on.</summary>
public sealed class PublishingKind(FreezeStep freeze, CertifyStep certify, PublishStep publish) : RunKind<PublishingState>
{
    /// <inheritdoc/>
    public override string Name => PublishingNames.Kind;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, IStep<PublishingState>> Steps { get; } = new Dictionary<string, IStep<PublishingState>>(StringComparer.Ordinal)
    {
        [PublishingNames.Freeze] = freeze,
        [PublishingNames.Certify] = certify,
        [PublishingNames.Publish] = publish,
    };

    /// <inheritdoc/>
    public override Move<PublishingState> Decide(PublishingState? state, Happening happening) => (state, happening) switch
    {
        (null, Happening.Started started) => new(RunJson.Read<PublishingState>(started.Input), new Next.ToStep(PublishingNames.Freeze)),
        ({ } known, Happening.StepEnded { Result: StepResult.Failed failed }) => new(known, new Next.Failed(failed.Codes)),
        ({ } known, Happening.StepEnded { Step: PublishingNames.Freeze, Result: StepResult.Passed passed }) =>
            new(known with { Snapshot = RunJson.Read<FrozenPayload>(passed.Payload).Snapshot }, new Next.ToStep(PublishingNames.Certify)),
        ({ } known, Happening.StepEnded { Step: PublishingNames.Certify }) => new(known, new Next.ToStep(PublishingNames.Publish)),
        ({ } known, Happening.StepEnded { Step: PublishingNames.Publish }) => new(known, new Next.Succeeded()),
        _ => throw NotAllowed(happening),
    };
}
