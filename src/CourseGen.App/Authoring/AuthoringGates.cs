using CourseGen.Runs;

namespace CourseGen.App.Authoring;

/// <summary>The three places where an authoring run waits for a person, and what each needs before it may be approved.</summary>
public static class AuthoringGates
{
    public const string SpecReview = "gate_1_spec_review";
    public const string ProgressionReview = "gate_2_progression_review";
    public const string PrePublish = "gate_3_pre_publish";

    /// <summary>The gates in order.</summary>
    public static readonly IReadOnlyList<string> All = [SpecReview, ProgressionReview, PrePublish];

    internal static Move<AuthoringState> Decide(AuthoringState state, Happening.GateDecided decided)
    {
        if (decided.Approved) Require(state, decided.Gate);
        var record = new GateRecord(decided.Gate, decided.Approved, decided.Comment, decided.By, state.Digest ?? "");
        var next = state with { Gates = [.. state.Gates, record] };
        if (decided.Approved) return Approved(next, decided.Gate);
        // Without a comment there is nothing to revise by; the run stays and waits for one.
        if (string.IsNullOrWhiteSpace(decided.Comment)) return new(next, new Next.AtGate(decided.Gate));
        return AuthoringGraph.Enter(
            next with { Comment = decided.Comment, Packet = null, RepairedSignature = null, CertifiedDigest = null, Tree = null, Passed = [] }, Node.Planning);
    }

    private static Move<AuthoringState> Approved(AuthoringState state, string gate) => gate switch
    {
        SpecReview => new(state, new Next.AtGate(ProgressionReview)),
        ProgressionReview => new(state, new Next.AtGate(PrePublish)),
        PrePublish => new(state, new Next.Succeeded()),
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate, "There is no such gate."),
    };

    private static void Require(AuthoringState state, string gate)
    {
        if (gate == SpecReview && !(state.Plan is not null && state.Tree is not null
            && state.Passed.Contains(Node.AuthoringRuntime) && state.Passed.Contains(Node.AuthoringTests)))
            throw new RunRefusedException(AuthoringRefusals.GateNotReady, "Gate 1 needs a valid plan, a bundle, and both authoring nodes passed.");
        if (gate == ProgressionReview && !(state.Evidence is not null && state.Passed.Contains(Node.ReviewerTests)))
            throw new RunRefusedException(AuthoringRefusals.GateNotReady, "Gate 2 needs evidence whose milestones are cumulative.");
        if (gate == PrePublish && (state.CertifiedDigest is null || state.CertifiedDigest != state.Digest))
            throw new RunRefusedException(AuthoringRefusals.GateNotReady, "Gate 3 needs a certified matrix on the bundle as it is now.");
        var changed = state.Gates.Any(record => record.Approved && record.Digest != state.Digest && record.Gate != gate && IsCurrent(state, record));
        if (changed) throw new RunRefusedException(AuthoringRefusals.GateReopened, "The bundle changed after an earlier gate was approved; that gate is open again.");
    }

    // Only the decisions since the last rejection count for the way ahead.
    private static bool IsCurrent(AuthoringState state, GateRecord record)
    {
        var records = state.Gates.ToList();
        return records.FindLastIndex(one => !one.Approved) < records.IndexOf(record);
    }
}
