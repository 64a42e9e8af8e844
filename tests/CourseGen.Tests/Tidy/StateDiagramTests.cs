using System.Text;
using CourseGen.App.Authoring;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Tidy;

/// <summary>Draws the authoring graph from what its own function decides, and holds the page in docs to it.</summary>
public sealed class StateDiagramTests
{
    private const string Blocked = "blocked";
    private const string Start = "[*]";

    private static readonly AuthoringGraph Graph = new(new Dictionary<string, IStep<AuthoringState>>(StringComparer.Ordinal));

    // Fresh: within budget and about to see a failure for the first time.
    private static readonly AuthoringState Fresh = new()
    {
        Brief = new() { Title = "t", Problem = "p", Outcomes = ["o"], Surface = "", Stack = new(), Deliverables = [] },
        Setup = new("recorded"),
        Plan = "plan",
        Tree = "tree",
        Digest = "digest",
        Evidence = "evidence",
        CertifiedDigest = "digest",
        Passed = [.. Node.All],
        AuthoringAttempts = 1,
        ReviewerAttempts = 1,
    };

    [Fact]
    public void The_page_draws_what_the_graph_decides()
    {
        var arrows = Steps().Concat(Gates()).Prepend(new(Start, To(Graph.Decide(null, StartedBy())), "a brief")).Append(Resumed()).ToList();

        Golden.Match("docs/states/authoring.md", Page(arrows));
    }

    [Fact]
    public void Every_node_can_be_reached_and_left()
    {
        var arrows = Steps().Concat(Gates()).Prepend(new(Start, To(Graph.Decide(null, StartedBy())), "")).ToList();

        Node.All.Except(arrows.Select(one => one.To), StringComparer.Ordinal).ShouldBeEmpty();
        Node.All.Except(arrows.Select(one => one.From), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Equal_arrows_are_drawn_once_with_all_their_labels() =>
        Page([new("a", "b", "one"), new("a", "b", "two"), new("a", "b", "one")]).ShouldContain("    a --> b: one, or two\n");

    private static IEnumerable<Arrow> Steps() => Node.All.SelectMany(node => Cases(node).Select(one => new Arrow(node, To(Graph.Decide(one.State, one.Happening)), one.Label)));

    private static IEnumerable<(AuthoringState State, Happening Happening, string Label)> Cases(string node)
    {
        if (node is Node.AuthoringRepair or Node.ReviewerRepair)
        {
            yield return (Fresh with { Packet = PacketOf(FindingCode.VerifyFailed) }, Passed(node), "repaired something structural");
            yield return (Fresh with { Packet = PacketOf(FindingCode.NaivePassesHidden) }, Passed(node), "repaired how it is checked");
            yield return (Fresh, Failed(node, AuthoringCode.NoMaterialChange), "nothing changed");
            yield break;
        }

        yield return (Fresh, Passed(node), "passed");
        if (node == Node.Planning)
        {
            yield return (Fresh with { Setup = Fresh.Setup with { PlanOnly = true } }, Passed(node), "passed, where only the plan is wanted");
            yield return (Fresh, Failed(node, AuthoringCode.BriefDeclined), "no course can be made of the brief");
            yield break;
        }

        yield return (Fresh, Failed(node, FindingCode.VerifyFailed), "failed");
        yield return (AfterRepair(node), Failed(node, FindingCode.VerifyFailed), "failed the same way after a repair");
        yield return (Fresh with { AuthoringAttempts = AuthoringGraph.AuthoringBudget, ReviewerAttempts = AuthoringGraph.ReviewerBudget },
            Failed(node, FindingCode.VerifyFailed), "failed with the lane's budget used");
    }

    private static AuthoringState AfterRepair(string node)
    {
        var failed = Graph.Decide(Fresh, Failed(node, FindingCode.VerifyFailed)).State;
        return Fresh with { RepairedSignature = failed.Packet!.Signature };
    }

    private static IEnumerable<Arrow> Gates()
    {
        foreach (var gate in AuthoringGates.All)
        {
            yield return new(gate, To(Graph.Decide(Fresh, new Happening.GateDecided(gate, true, null, "a person"))), "approved");
            yield return new(gate, To(Graph.Decide(Fresh, new Happening.GateDecided(gate, false, "why", "a person"))), "rejected with a comment");
            yield return new(gate, To(Graph.Decide(Fresh, new Happening.GateDecided(gate, false, null, "a person"))), "rejected without one");
        }
    }

    private static Arrow Resumed() => new(Blocked, To(Graph.Decide(Fresh, new Happening.Resumed("a person"))), "resumed");

    private static Happening.Started StartedBy() => new(RunJson.Write(new AuthoringInput(Fresh.Brief, Fresh.Setup)));

    private static Happening.StepEnded Passed(string node) => new(node, new StepResult.Passed(RunJson.Write(new NodeOutcome())));

    private static Happening.StepEnded Failed(string node, string code) =>
        new(node, new StepResult.Failed([code], RunJson.Write(new NodeOutcome { Findings = [FindingOf(code)] })));

    private static FailurePacket PacketOf(string code) => new("", "", "", [FindingOf(code)], []);

    private static Finding FindingOf(string code) => new(code, null, null, "", "", FindingEvidence.None);

    private static string To(Move<AuthoringState> move) => move.Next switch
    {
        Next.ToStep to => to.Step,
        Next.AtGate at => at.Gate,
        Next.Blocked => Blocked,
        Next.Succeeded => Start,
        var other => throw new InvalidOperationException($"The page has no picture of {other}."),
    };

    private static string Page(IReadOnlyList<Arrow> arrows)
    {
        var page = new StringBuilder($"""
            # States of an authoring run

            This page is written by a test from what the graph's own function decides, and checked by it. Do not edit it: record it with
            `COURSEGEN_APPROVE=1`. [Authoring](../authoring.md) says what each node does. The budgets are {AuthoringGraph.AuthoringBudget} for the authoring lane and
            {AuthoringGraph.ReviewerBudget} for the reviewer lane.

            ```mermaid
            stateDiagram-v2

            """);
        // A semicolon would end the label.
        foreach (var arrow in arrows.GroupBy(one => (one.From, one.To)))
            page.Append($"    {arrow.Key.From} --> {arrow.Key.To}: {string.Join(", or ", arrow.Select(one => one.Label).Distinct(StringComparer.Ordinal))}\n");
        return page.Append("```\n").ToString();
    }

    private sealed record Arrow(string From, string To, string Label);
}
