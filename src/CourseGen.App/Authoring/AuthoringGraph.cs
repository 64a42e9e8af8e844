using System.Security.Cryptography;
using System.Text;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.App.Authoring;

/// <summary>
/// The author/review loop: planning, eight nodes in two lanes with repair budgets, three gates. One pure function.
/// Source: the node table and the budgets of the course system's design; see docs/states/authoring.md.
/// </summary>
public sealed class AuthoringGraph(IReadOnlyDictionary<string, IStep<AuthoringState>> steps) : RunKind<AuthoringState>
{
    public const string KindName = "authoring";

    /// <summary>How often the authoring lane may be entered or repaired.</summary>
    public const int AuthoringBudget = 5;

    /// <summary>How often the reviewer lane may be entered or repaired.</summary>
    public const int ReviewerBudget = 2;

    public override string Name => KindName;

    public override IReadOnlyDictionary<string, IStep<AuthoringState>> Steps => steps;

    public override Move<AuthoringState> Decide(AuthoringState? state, Happening happening) => (state, happening) switch
    {
        (null, Happening.Started started) => Start(RunJson.Read<AuthoringInput>(started.Input)),
        ({ } known, Happening.StepEnded { Result: StepResult.Passed passed } ended) => Passed(known, ended.Step, RunJson.Read<NodeOutcome>(passed.Payload)),
        ({ } known, Happening.StepEnded { Result: StepResult.Failed failed } ended) => Failed(known, ended.Step, RunJson.Read<NodeOutcome>(failed.Payload)),
        ({ } known, Happening.GateDecided decided) => AuthoringGates.Decide(known, decided),
        ({ } known, Happening.Resumed) => Resumed(known),
        _ => throw NotAllowed(happening),
    };

    private static Move<AuthoringState> Start(AuthoringInput input) =>
        Enter(new() { Brief = input.Brief, Setup = input.Setup, Plan = input.Plan }, Node.Planning);

    /// <summary>Goes to a node, counting the visit.</summary>
    internal static Move<AuthoringState> Enter(AuthoringState state, string node)
    {
        var visits = new Dictionary<string, int>(state.Visits, StringComparer.Ordinal);
        visits[node] = visits.GetValueOrDefault(node) + 1;
        return new(state with { Visits = visits }, new Next.ToStep(node));
    }

    private static Move<AuthoringState> Passed(AuthoringState state, string node, NodeOutcome outcome)
    {
        var next = Taken(state, outcome);
        next = next with { Passed = [.. next.Passed.Where(one => one != node), node] };
        return node switch
        {
            Node.Planning when next.Setup.PlanOnly => new(next, new Next.Succeeded()),
            Node.Planning => Enter(next with { AuthoringAttempts = 1, ReviewerAttempts = 0, Passed = [node], Comment = null }, Node.AuthoringRuntime),
            Node.AuthoringRuntime => Enter(next, Node.AuthoringTests),
            Node.AuthoringTests => EnterReview(next),
            Node.ReviewerRuntime => Enter(next, Node.ReviewerCode),
            Node.ReviewerCode => Enter(next, Node.ReviewerPedagogy),
            Node.ReviewerPedagogy => Enter(next, Node.ReviewerTests),
            Node.ReviewerTests => new(next with { CertifiedDigest = next.Digest, Packet = null, RepairedSignature = null }, new Next.AtGate(AuthoringGates.SpecReview)),
            Node.AuthoringRepair or Node.ReviewerRepair => Repaired(next, node),
            _ => throw new ArgumentOutOfRangeException(nameof(node), node, "There is no such node."),
        };
    }

    private static Move<AuthoringState> Failed(AuthoringState state, string node, NodeOutcome outcome)
    {
        if (outcome.Findings.FirstOrDefault(one => one.Code == AuthoringCode.CeilingReached) is { } ceiling)
            return Blocked(state with { StoppedAt = node }, AuthoringCode.CeilingReached, $"{ceiling.Message} {ceiling.NextStep}");
        var next = Taken(state, outcome);
        // There is nothing yet that a repair could mend.
        if (node == Node.Planning) return Blocked(next, outcome.Findings[0].Code, $"{outcome.Findings[0].Message} {outcome.Findings[0].NextStep}");
        if (node is Node.AuthoringRepair or Node.ReviewerRepair)
            return Blocked(next, AuthoringCode.NoMaterialChange, "The repair changed nothing. Look at the findings, edit the brief or the bundle by hand, and start again.");
        var packet = new FailurePacket(node, SignatureOf(node, outcome.Findings), next.Digest ?? "", outcome.Findings, state.Passed);
        next = next with { Packet = packet, Passed = [.. next.Passed.Where(one => one != node)] };
        if (packet.Signature == state.RepairedSignature)
            return Blocked(next, packet.Signature, $"The same failure came back after a repair: {outcome.Findings[0].Message} {outcome.Findings[0].NextStep}");
        return Node.IsReviewer(node) ? Repair(next, Node.ReviewerRepair) : Repair(next, Node.AuthoringRepair);
    }

    // Every repair is counted against its lane.
    private static Move<AuthoringState> Repair(AuthoringState state, string repair)
    {
        var reviewer = repair == Node.ReviewerRepair;
        var (used, budget) = reviewer ? (state.ReviewerAttempts, ReviewerBudget) : (state.AuthoringAttempts, AuthoringBudget);
        if (used >= budget)
        {
            return Blocked(state, AuthoringCode.BudgetExhausted,
                $"The {(reviewer ? "reviewer" : "authoring")} lane used its budget of {budget}. Last failure: {state.Packet!.Findings[0].Message} {state.Packet.Findings[0].NextStep}");
        }

        var counted = reviewer ? state with { ReviewerAttempts = used + 1 } : state with { AuthoringAttempts = used + 1 };
        return Enter(counted with { RepairedSignature = state.Packet!.Signature }, repair);
    }

    private static Move<AuthoringState> Repaired(AuthoringState state, string repair)
    {
        // What held before the change is held to hold again only where the change cannot reach.
        var target = RepairRoute.Target(repair, state.Packet!);
        return Enter(state with { Passed = target == Node.AuthoringRuntime ? [Node.Planning] : state.Passed, CertifiedDigest = null }, target);
    }

    // Coming back after the lane's own repair is not counted twice: the repair was.
    private static Move<AuthoringState> EnterReview(AuthoringState state) =>
        Enter(state with { ReviewerAttempts = Math.Max(state.ReviewerAttempts, 1) }, Node.ReviewerRuntime);

    private static Move<AuthoringState> Resumed(AuthoringState state) => state.StoppedAt is { } node
        // Whoever resumes a run that reached its ceiling allows as much again; it goes on where it stopped, in the same
        // attempt, so that what was answered is neither asked nor paid for again.
        ? new(state with { Allowances = state.Allowances + 1, StoppedAt = null }, new Next.ToStep(node, SameAttempt: true))
        : Enter(state with { AuthoringAttempts = 1, ReviewerAttempts = 0, RepairedSignature = null }, state.Tree is null ? Node.Planning : Node.AuthoringRuntime);

    private static Move<AuthoringState> Blocked(AuthoringState state, string signature, string sentence) =>
        new(state, new Next.Blocked(signature, sentence));

    private static AuthoringState Taken(AuthoringState state, NodeOutcome outcome) => state with
    {
        Tree = outcome.Tree ?? state.Tree,
        Digest = outcome.Digest ?? state.Digest,
        Plan = outcome.Plan ?? state.Plan,
        Evidence = outcome.Evidence ?? state.Evidence,
        EvidencePage = outcome.EvidencePage ?? state.EvidencePage,
    };

    private static string SignatureOf(string node, IReadOnlyList<Finding> findings)
    {
        var text = string.Join('\n', findings.Select(one => $"{one.Code} {one.Deliverable} {one.Variant} {string.Join(',', one.Evidence.Checks)}").Order(StringComparer.Ordinal).Prepend(node));
        return $"{findings[0].Code}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
    }
}
