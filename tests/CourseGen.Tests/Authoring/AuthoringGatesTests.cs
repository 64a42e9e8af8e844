using CourseGen.App.Authoring;
using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

public sealed class AuthoringGatesTests
{
    private const string First = AuthoringGates.SpecReview;
    private const string Second = AuthoringGates.ProgressionReview;
    private const string Third = AuthoringGates.PrePublish;

    [Fact]
    public void Three_approvals_finish_a_course()
    {
        var course = Course.AtFirstGate();

        course.Approves(First).Gate.ShouldBe(Second);
        course.Approves(Second).Gate.ShouldBe(Third);
        course.Approves(Third).Next.ShouldBe(new Next.Succeeded());

        course.State.Gates.ShouldBe(
        [
            new GateRecord(First, true, null, "ada", "digest 2"), new GateRecord(Second, true, null, "ada", "digest 2"),
            new GateRecord(Third, true, null, "ada", "digest 2"),
        ]);
    }

    [Fact]
    public void The_first_gate_needs_a_plan_a_bundle_and_both_authoring_nodes()
    {
        Refused(First, state => state with { Plan = null }).ShouldBe("gate_not_ready");
        Refused(First, state => state with { Tree = null }).ShouldBe("gate_not_ready");
        Refused(First, state => state with { Passed = [.. state.Passed.Where(node => node != Node.AuthoringRuntime)] }).ShouldBe("gate_not_ready");
        Refused(First, state => state with { Passed = [.. state.Passed.Where(node => node != Node.AuthoringTests)] }).ShouldBe("gate_not_ready");
    }

    [Fact]
    public void The_second_gate_needs_the_evidence_of_the_whole_matrix()
    {
        Refused(Second, state => state with { Evidence = null }).ShouldBe("gate_not_ready");
        Refused(Second, state => state with { Passed = [.. state.Passed.Where(node => node != Node.ReviewerTests)] }).ShouldBe("gate_not_ready");
    }

    [Fact]
    public void The_third_gate_needs_a_certificate_on_the_bundle_as_it_is()
    {
        Refused(Third, state => state with { CertifiedDigest = null }).ShouldBe("gate_not_ready");
        Refused(Third, state => state with { Digest = "changed by hand" }).ShouldBe("gate_not_ready");
    }

    [Fact]
    public void A_change_after_an_approval_opens_that_gate_again()
    {
        var course = Course.AtFirstGate().Approves(First).With(state => state with { Digest = "changed", CertifiedDigest = "changed" });

        Should.Throw<RunRefusedException>(() => course.Approves(Second)).Code.ShouldBe("gate_reopened");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n")]
    public void A_rejection_without_a_comment_waits_for_one(string? comment)
    {
        var course = Course.AtFirstGate().Rejects(First, comment);

        course.Gate.ShouldBe(First);
        course.State.Gates.ShouldBe([new GateRecord(First, false, comment, "ada", "digest 2")]);
        course.Approves(First).Gate.ShouldBe(Second);
    }

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    [InlineData(Third)]
    public void A_rejection_with_a_comment_plans_the_course_again(string gate)
    {
        var course = Course.AtFirstGate();
        while (course.Gate != gate) course.Approves(course.Gate);

        course.Rejects(gate, "Make it about money.");

        course.Step.ShouldBe(Node.Planning);
        course.State.Comment.ShouldBe("Make it about money.");
        (course.State.Tree, course.State.Packet, course.State.CertifiedDigest, course.State.RepairedSignature).ShouldBe((null, null, null, null));
        course.State.Passed.ShouldBeEmpty();
        course.State.Visits[Node.Planning].ShouldBe(2);
    }

    [Fact]
    public void A_revised_course_has_fresh_budgets_and_goes_through_every_gate_again()
    {
        var course = Course.Before(Node.ReviewerTests).Fails("buggy_passes").IsRepaired("digest 3").Until(null).Approves(First).Rejects(Second, "Again.").Passes();

        course.Step.ShouldBe(Node.AuthoringRuntime);
        (course.State.AuthoringAttempts, course.State.ReviewerAttempts, course.State.Comment).ShouldBe((1, 0, null));
        // The approval from before the rejection was of another course; it neither counts nor stands in the way.
        course.Until(null).Approves(First).Approves(Second).Approves(Third).Next.ShouldBe(new Next.Succeeded());
    }

    private static string Refused(string gate, Func<AuthoringState, AuthoringState> change)
    {
        var course = Course.AtFirstGate();
        while (course.Gate != gate) course.Approves(course.Gate);
        return Should.Throw<RunRefusedException>(() => course.With(change).Approves(gate)).Code;
    }
}
