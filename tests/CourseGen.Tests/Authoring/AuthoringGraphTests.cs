using CourseGen.App.Authoring;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

public sealed class AuthoringGraphTests
{
    [Fact]
    public void A_course_begins_with_its_plan()
    {
        var course = new Course();

        course.Step.ShouldBe(Node.Planning);
        course.State.Visits.ShouldBe(new Dictionary<string, int> { [Node.Planning] = 1 });
        course.State.Brief.Title.ShouldBe("Add");
    }

    [Fact]
    public void What_cannot_happen_where_a_course_is_is_refused()
    {
        var graph = new AuthoringGraph(new Dictionary<string, IStep<AuthoringState>>(StringComparer.Ordinal));

        foreach (var decide in new Action[] { () => graph.Decide(null, new Happening.Resumed("ada")), () => graph.Decide(new Course().State, new Happening.Started("{}")) })
            Should.Throw<RunRefusedException>(decide).Code.ShouldBe(RunRefusals.NotAllowed);
    }

    [Theory]
    [InlineData(Node.Planning, Node.AuthoringRuntime)]
    [InlineData(Node.AuthoringRuntime, Node.AuthoringTests)]
    [InlineData(Node.AuthoringTests, Node.ReviewerRuntime)]
    [InlineData(Node.ReviewerRuntime, Node.ReviewerCode)]
    [InlineData(Node.ReviewerCode, Node.ReviewerPedagogy)]
    [InlineData(Node.ReviewerPedagogy, Node.ReviewerTests)]
    public void A_node_that_passes_leads_to_the_next(string node, string next)
    {
        var course = Course.Before(node).Passes();

        course.Step.ShouldBe(next);
        course.State.Passed.ShouldContain(node);
        course.State.Visits[next].ShouldBe(1);
    }

    [Fact]
    public void A_certified_matrix_leads_to_the_first_gate()
    {
        var course = Course.AtFirstGate();

        course.Gate.ShouldBe(AuthoringGates.SpecReview);
        course.State.CertifiedDigest.ShouldBe("digest 2");
        (course.State.Plan, course.State.Evidence, course.State.EvidencePage).ShouldBe(("the plan", "the evidence", "the page"));
        course.State.Passed.ShouldBe([Node.Planning, Node.AuthoringRuntime, Node.AuthoringTests, Node.ReviewerRuntime, Node.ReviewerCode, Node.ReviewerPedagogy, Node.ReviewerTests]);
        (course.State.AuthoringAttempts, course.State.ReviewerAttempts).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(Node.AuthoringRuntime, Node.AuthoringRepair)]
    [InlineData(Node.AuthoringTests, Node.AuthoringRepair)]
    [InlineData(Node.ReviewerRuntime, Node.ReviewerRepair)]
    [InlineData(Node.ReviewerCode, Node.ReviewerRepair)]
    [InlineData(Node.ReviewerPedagogy, Node.ReviewerRepair)]
    [InlineData(Node.ReviewerTests, Node.ReviewerRepair)]
    public void A_node_that_fails_leads_to_the_repair_of_its_lane(string node, string repair)
    {
        var before = Course.Before(node).State;
        var course = Course.Before(node).Fails(FindingCode.BuggyPasses);

        course.Step.ShouldBe(repair);
        course.State.Passed.ShouldNotContain(node);
        course.State.Packet!.Node.ShouldBe(node);
        course.State.Packet.Findings.Select(finding => finding.Code).ShouldBe([FindingCode.BuggyPasses]);
        course.State.Packet.Verified.ShouldBe(before.Passed);
        course.State.Packet.Digest.ShouldBe(before.Digest ?? "");
        var reviewer = repair == Node.ReviewerRepair;
        course.State.AuthoringAttempts.ShouldBe(reviewer ? 1 : 2);
        course.State.ReviewerAttempts.ShouldBe(reviewer ? 2 : 0);
    }

    public static TheoryData<string, bool> Codes()
    {
        string[] structural =
        [
            FindingCode.BundleInvalid, FindingCode.ProtocolNotAuthored, FindingCode.InstallFailed, FindingCode.VerifyFailed, FindingCode.StarterDoesNotBoot,
            FindingCode.ReferenceLeaked, FindingCode.HiddenLeaked, FindingCode.ReadmeBroken, FindingCode.OverLimit, AuthoringCode.OwnedFileMissing,
            AuthoringCode.OwnedFileUntouched, AuthoringCode.WorkOutsideOwned, AuthoringCode.LearnerTextMissing, AuthoringCode.GraderJargon, AuthoringCode.ReferenceNotRunnable,
        ];
        var codes = new TheoryData<string, bool>();
        foreach (var code in FindingCode.All.Union(structural, StringComparer.Ordinal)) codes.Add(code, structural.Contains(code));
        return codes;
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_repair_goes_back_where_its_findings_belong(string code, bool structural)
    {
        var authoring = Course.Before(Node.AuthoringTests).Fails(code).IsRepaired("mended");
        authoring.Step.ShouldBe(structural ? Node.AuthoringRuntime : Node.AuthoringTests);
        authoring.State.Visits[authoring.Step].ShouldBe(2);

        var reviewer = Course.Before(Node.ReviewerTests).Fails(code).IsRepaired("mended");
        reviewer.Step.ShouldBe(structural ? Node.AuthoringRuntime : Node.ReviewerTests);
        reviewer.State.Digest.ShouldBe("mended");
        reviewer.State.CertifiedDigest.ShouldBeNull();
        reviewer.State.Passed.Contains(Node.AuthoringTests).ShouldBe(!structural);
    }

    [Fact]
    public void One_structural_finding_among_others_decides_the_way_back() =>
        Course.Before(Node.ReviewerTests).Fails(Course.Finding(FindingCode.BuggyPasses), Course.Finding(FindingCode.OverLimit)).IsRepaired("mended")
            .Step.ShouldBe(Node.AuthoringRuntime);

    [Fact]
    public void The_authoring_lane_ends_after_five_attempts()
    {
        var course = Course.Before(Node.AuthoringRuntime);
        for (var attempt = 1; attempt < AuthoringGraph.AuthoringBudget; attempt++)
        {
            course.Fails(Course.Finding(FindingCode.VerifyFailed, "", $"check_{attempt}"));
            course.Step.ShouldBe(Node.AuthoringRepair);
            course.State.AuthoringAttempts.ShouldBe(attempt + 1);
            course.IsRepaired($"digest {attempt}").Step.ShouldBe(Node.AuthoringRuntime);
        }

        course.Fails(Course.Finding(FindingCode.VerifyFailed, "", "the last"));

        course.Blocked.Signature.ShouldBe("budget_exhausted");
        course.Blocked.Sentence.ShouldBe("The authoring lane used its budget of 5. Last failure: verify_failed was found. Mend it.");
    }

    [Fact]
    public void The_reviewer_lane_ends_after_two_attempts()
    {
        var course = Course.Before(Node.ReviewerTests).Fails(FindingCode.BuggyPasses).IsRepaired("mended");
        course.State.ReviewerAttempts.ShouldBe(AuthoringGraph.ReviewerBudget);

        course.Fails(FindingCode.NaivePassesHidden);

        course.Blocked.Signature.ShouldBe("budget_exhausted");
        course.Blocked.Sentence.ShouldStartWith("The reviewer lane used its budget of 2.");
    }

    [Fact]
    public void Coming_back_to_the_review_after_a_repair_in_either_lane_costs_nothing_more()
    {
        var course = Course.Before(Node.ReviewerCode).Fails(AuthoringCode.WorkOutsideOwned).IsRepaired("mended");
        course.Step.ShouldBe(Node.AuthoringRuntime);

        course.Until(Node.ReviewerCode);

        (course.State.AuthoringAttempts, course.State.ReviewerAttempts).ShouldBe((1, 2));
        course.Until(null).Gate.ShouldBe(AuthoringGates.SpecReview);
    }

    [Fact]
    public void The_same_failure_after_a_repair_blocks_whatever_its_log_says()
    {
        var course = Course.Before(Node.AuthoringRuntime).Fails(Course.Finding(FindingCode.VerifyFailed, "line 1", "a", "b")).IsRepaired("mended");

        course.Fails(Course.Finding(FindingCode.VerifyFailed, "another line", "a", "b"));

        course.Blocked.Signature.ShouldStartWith("verify_failed-");
        course.Blocked.Sentence.ShouldBe("The same failure came back after a repair: verify_failed was found. Mend it.");
        course.State.Packet!.Signature.ShouldBe(course.Blocked.Signature);
    }

    [Theory]
    [InlineData(FindingCode.InstallFailed, "a")]
    [InlineData(FindingCode.VerifyFailed, "b")]
    public void Another_failure_after_a_repair_is_repaired_too(string code, string check) =>
        Course.Before(Node.AuthoringRuntime).Fails(Course.Finding(FindingCode.VerifyFailed, "", "a")).IsRepaired("mended")
            .Fails(Course.Finding(code, "", check)).Step.ShouldBe(Node.AuthoringRepair);

    [Fact]
    public void The_same_code_at_another_node_is_another_failure() =>
        Course.Before(Node.AuthoringTests).Fails(FindingCode.VerifyFailed).IsRepaired("mended").Fails(FindingCode.VerifyFailed)
            .Step.ShouldBe(Node.AuthoringRepair);

    [Theory]
    [InlineData(Node.AuthoringRuntime)]
    [InlineData(Node.ReviewerTests)]
    public void A_repair_that_changes_nothing_blocks(string node)
    {
        var course = Course.Before(node).Fails(FindingCode.BuggyPasses).Fails(AuthoringCode.NoMaterialChange);

        course.Blocked.Signature.ShouldBe("no_material_change");
        course.State.Packet!.Node.ShouldBe(node);
    }

    [Fact]
    public void A_blocked_course_resumes_with_fresh_budgets_where_its_draft_is_proved_again()
    {
        var course = Course.Before(Node.ReviewerTests).Fails(FindingCode.BuggyPasses).Fails(AuthoringCode.NoMaterialChange).IsResumed();

        course.Step.ShouldBe(Node.AuthoringRuntime);
        (course.State.AuthoringAttempts, course.State.ReviewerAttempts, course.State.RepairedSignature).ShouldBe((1, 0, null));
        course.Until(Node.ReviewerTests).Fails(FindingCode.BuggyPasses).Step.ShouldBe(Node.ReviewerRepair);
        course.State.Visits[Node.ReviewerRepair].ShouldBe(2);
    }

    [Fact]
    public void A_blocked_course_without_a_draft_resumes_with_its_plan() =>
        Course.Before(Node.AuthoringRuntime).Fails(FindingCode.VerifyFailed).Fails(AuthoringCode.NoMaterialChange).IsResumed()
            .Step.ShouldBe(Node.Planning);

    [Fact]
    public void Whatever_fails_a_course_comes_to_an_end()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var course = new Course();
            var steps = 0;
            for (; course.Next is Next.ToStep; steps++)
            {
                var fails = course.Step != Node.Planning && random.Next(3) == 0;
                if (fails) course.Fails(Course.Finding(FindingCode.All[random.Next(FindingCode.All.Count)], "", $"{random.Next(5)}"));
                else course.Passes();
                steps.ShouldBeLessThan(60, $"seed {seed}");
            }

            course.State.AuthoringAttempts.ShouldBeLessThanOrEqualTo(AuthoringGraph.AuthoringBudget, $"seed {seed}");
            course.State.ReviewerAttempts.ShouldBeLessThanOrEqualTo(AuthoringGraph.ReviewerBudget, $"seed {seed}");
            // Nobody comes to a gate except over the whole matrix on the draft as it is.
            if (course.Next is Next.AtGate) course.State.CertifiedDigest.ShouldBe(course.State.Digest, $"seed {seed}");
        }
    }
}
