using CourseGen.Domain.Bundles;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Teaching;

public sealed class ScorecardRulesTests
{
    private static readonly SuiteId Visible = new("greet", SuiteKind.Visible);
    private static readonly SuiteId Hidden = new("greet", SuiteKind.Hidden);
    private static readonly CheckResult Good = new("v", "Says it", CheckStatus.Passed, "", []);
    private static readonly CheckResult Bad = new("h", "Counts well", CheckStatus.Failed, "secret message", ["secret line", "hint: count again\nsecret rest"]);
    [Fact]
    public void Of_a_hidden_check_the_learner_sees_title_status_and_hint_and_nothing_else()
    {
        var hidden = Given(Result(Visible, Good), Result(Hidden, Bad)).Deliverables.Single().Hidden;

        hidden.Checks.ShouldBe([new("Counts well", CheckStatus.Failed, "count again")]);
        RunJson.Write(hidden).ShouldNotContain("secret");
    }

    [Fact]
    public void A_title_is_the_rosters_whatever_the_report_says()
    {
        var roster = new Roster(new Dictionary<SuiteId, IReadOnlyList<RosterEntry>> { [Hidden] = [new("h", "Counts well"), new("last", "last")] });

        var (checks, _) = roster.Apply(Hidden, [Bad, Good with { Id = "last", Title = "Sent 42" }], new SuiteEnding.Completed());

        checks.Select(check => check.Title).ShouldBe(["Counts well", "last"]);
    }

    [Fact]
    public void A_limit_that_ended_the_program_is_told_where_the_suite_failed()
    {
        var over = new SuiteEnding.OverLimit("memory", "suite greet/hidden", "64 MiB", "64 MiB");

        Given(Result(Visible, Good), Result(Hidden, Bad) with { ProgramLimit = over }).Deliverables[0].Hidden.Ending
            .ShouldBe(new("completed", Blame.Nobody, $"{over.Sentence} The program was ended for it."));
        Given(Result(Visible, Good), Result(Hidden, Good) with { ProgramLimit = over }).Deliverables[0].Hidden.Ending.Sentence.ShouldNotContain("memory");
    }

    [Fact]
    public void Of_a_visible_check_the_learner_sees_everything()
    {
        var failed = Bad with { Id = "v" };
        var visible = Given(Result(Visible, failed), Result(Hidden, Good)).Deliverables.Single().Visible;

        visible.Checks.ShouldBe([failed]);
        visible.Log.ShouldBe("secret log");
    }

    [Fact]
    public void The_log_and_the_unknown_checks_of_a_hidden_suite_stay_on_the_server()
    {
        var card = Given(Result(Visible, Good) with { Log = "" }, Result(Hidden, Bad) with { Unknown = ["secret check"] });

        RunJson.Write(card).ShouldNotContain("secret");
    }

    [Fact]
    public void A_hidden_report_that_cannot_be_read_does_not_quote_itself()
    {
        var card = Given(Result(Visible, Good) with { Log = "" }, Result(Hidden) with { Ending = new SuiteEnding.ReportMalformed("it names 'secret' twice") });

        RunJson.Write(card).ShouldNotContain("secret");
        card.Deliverables[0].Hidden.Ending.Blame.ShouldBe(Blame.Author);
        card.Passed.ShouldBeFalse();
    }

    [Fact]
    public void A_passed_check_has_no_hint() =>
        Given(Result(Visible, Good), Result(Hidden, Bad with { Status = CheckStatus.Passed })).Deliverables[0].Hidden.Checks[0].Hint.ShouldBeNull();

    [Fact]
    public void A_deliverable_passes_when_both_suites_do()
    {
        Given(Result(Visible, Good), Result(Hidden, Good)).Passed.ShouldBeTrue();
        Given(Result(Visible, Good), Result(Hidden, Bad)).Passed.ShouldBeFalse();
        Given(Result(Visible, Bad), Result(Hidden, Good)).Passed.ShouldBeFalse();
        Given(Result(Visible, Good), Result(Hidden)).Passed.ShouldBeFalse();
    }

    [Fact]
    public void The_ending_says_whose_doing_it_was()
    {
        var over = new SuiteEnding.OverLimit("time", "suite greet/hidden", "20 s", "20.1 s");
        var ending = Given(Result(Visible, Good), Result(Hidden) with { Ending = over }).Deliverables[0].Hidden.Ending;

        ending.ShouldBe(new("over_limit", Blame.Learner, over.Sentence));
    }

    [Fact]
    public void A_fault_of_ours_is_never_a_grade() =>
        Of(Result(Visible, Good), Result(Hidden) with { Ending = new SuiteEnding.HarnessFault("no disk") })
            .ShouldBeOfType<Grade.Ours>().Reason.ShouldContain("no disk");

    [Fact]
    public void Files_outside_what_is_owned_are_noted() =>
        ScorecardRules.Of(Manifest, [Result(Visible, Good), Result(Hidden, Good)], ["README.md"])
            .ShouldBeOfType<Grade.Given>().Scorecard.OutsideOwned.ShouldBe(["README.md"]);

    [Fact]
    public void A_suite_without_a_result_is_a_bug() => Should.Throw<ArgumentException>(() => Of(Result(Visible, Good)));

    private static Manifest Manifest => new()
    {
        Slug = "tiny",
        Title = "Tiny",
        Summary = "",
        Surface = Surface.Command,
        Stack = new("", "", "", "", "", ""),
        Runtime = new(0, "", false),
        Deliverables = [new("greet", "Greet", ["greet.sh"], [], ReportKind.CourseGen, ReportKind.CourseGen)],
    };

    private static Scorecard Given(params SuiteResult[] results) => Of(results).ShouldBeOfType<Grade.Given>().Scorecard;

    private static Grade Of(params SuiteResult[] results) => ScorecardRules.Of(Manifest, results, []);

    private static SuiteResult Result(SuiteId suite, params CheckResult[] checks) =>
        new(suite, new SuiteEnding.Completed(), checks, [], RunCost.Zero, suite.Kind == SuiteKind.Visible ? "secret log" : "secret hidden log", false);
}
