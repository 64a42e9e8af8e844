using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>What a matrix shows is said so that the author knows which file to mend.</summary>
public sealed class MatrixRulesTests : IDisposable
{
    private static readonly SuiteId Hidden = new("add", SuiteKind.Hidden);

    private readonly TinyBundle _tiny = new();

    [Theory]
    [InlineData(VariantBase.Reference, "reference")]
    [InlineData(VariantBase.Starter, "starter")]
    public void A_naive_solution_that_is_its_base_is_told_so(VariantBase below, string name)
    {
        _tiny.Delete("variants/naive-octal/files").Change("variants/naive-octal/variant.yaml", "base: starter", $"base: {below.ToString().ToLowerInvariant()}");
        Told(FindingCode.NaivePassesHidden, "naive-octal", RowRole.Naive).ShouldBe((
            $"The naive solution 'naive-octal' passes add/hidden: it changes nothing of its base, the {name}.",
            "Put what it gets wrong into variants/naive-octal/files/."));
    }

    [Fact]
    public void A_naive_solution_with_files_of_its_own_is_told_about_the_suite() =>
        Told(FindingCode.NaivePassesHidden, "naive-octal", RowRole.Naive).Message.ShouldEndWith("a wrong solution would be accepted.");

    [Fact]
    public void A_buggy_solution_that_is_its_base_is_told_so()
    {
        _tiny.Write("variants/buggy-sign/files/add.sh", _tiny.TextOf(TinyBundle.ReferenceProgram));
        Told(FindingCode.BuggyPasses, "buggy-sign", RowRole.Buggy).ShouldBe((
            "The buggy solution 'buggy-sign' passes add/hidden: it changes nothing of its base, the reference.",
            "Put what it gets wrong into variants/buggy-sign/files/."));
    }

    [Fact]
    public void A_forger_that_holds_the_references_work_is_told_so()
    {
        _tiny.Write("variants/cheat/variant.yaml", "role: forger\nwhy: Leaves a report.\n").Write("variants/cheat/files/report.tap", "1..0\n");
        Told(FindingCode.ForgedPass, "cheat", RowRole.Forger).ShouldBe((
            "The forger 'cheat' gets a pass on add/hidden because it is the reference: it leaves all of its files as they are.",
            "Write base: starter in variants/cheat/variant.yaml, so that the work is not done, and leave the reference's files out."));
    }

    [Fact]
    public void A_forger_that_does_no_work_is_told_about_the_suite()
    {
        _tiny.Write("variants/cheat/variant.yaml", "role: forger\nbase: starter\nwhy: Leaves a report.\n").Write("variants/cheat/files/report.tap", "1..0\n");
        Told(FindingCode.ForgedPass, "cheat", RowRole.Forger).Message.ShouldEndWith("without doing the work.");
    }

    [Fact]
    public void A_witness_that_no_suite_reports_is_a_note_where_there_are_others()
    {
        var manifest = _tiny.Change(TinyBundle.Manifest, "- adds_large", "- ads_large").Read().Manifest;
        Notes(manifest, Cell("reference", RowRole.Reference, "adds_small", "adds_leading_zeros")).ShouldContain(
            "The promise 'add-sum' names ads_large as witness, and no suite of 'add' reports such a check; its other witnesses count. Correct the name, or look why check.sh does not come to it.");
        Notes(manifest).ShouldBeEmpty();
    }

    [Fact]
    public void A_suite_that_does_not_get_to_its_end_on_the_reference_says_nothing_of_witnesses() =>
        Notes(_tiny.Read().Manifest, Ended("reference", RowRole.Reference, new SuiteEnding.ReportMalformed("it is empty"))).ShouldBeEmpty();

    [Fact]
    public void Checks_that_nothing_fails_are_a_note()
    {
        var reference = Cell("reference", RowRole.Reference, "adds_large", "is_there", "is_here");
        var starter = Result("starter", RowRole.Starter, new SuiteEnding.Completed(), Check("adds_large", CheckStatus.Failed), Check("is_there", CheckStatus.Passed), Check("is_here", CheckStatus.Missing));
        var notBooted = Result("empty", RowRole.Empty, new SuiteEnding.NotRunnable("boot", "no"), Check("is_there", CheckStatus.Missing));
        var killed = Result("harness-kill", RowRole.Forger, new SuiteEnding.OverLimit("time", "suite", "1 s", "1 s"), Check("is_there", CheckStatus.TimedOut));
        Notes(_tiny.Read().Manifest, reference, starter, notBooted, killed).ShouldContain(
            "add/hidden: nothing that ran fails is_there, not even a project with nothing in it. Make sure that such a check can fail.");
    }

    [Fact]
    public void A_check_that_a_mutant_fails_can_fail()
    {
        var evidence = EvidenceOf(_tiny.Read().Manifest, Cell("reference", RowRole.Reference, "is_there"));
        var killed = new MutantOutcome(new("1", MutantKind.LineOut, "add.sh", 1, ""), MutantFate.Killed, Hidden, [], "") { FailedChecks = ["is_there"] };
        MatrixRules.NotesOf(evidence).ShouldNotBeEmpty();
        MatrixRules.NotesOf(evidence with { Mutation = new(1, 0.9, 1, [killed], "") }).ShouldBeEmpty();
    }

    [Fact]
    public void A_variant_that_is_its_base_says_nothing_of_the_promise_it_names()
    {
        _tiny.Write("variants/buggy-sign/files/add.sh", _tiny.TextOf(TinyBundle.ReferenceProgram));
        MatrixCell[] cells = [Cell("reference", RowRole.Reference, "adds_large", "adds_small"), Breaking("buggy-sign", _tiny.Read(), "adds_large", "adds_small")];
        MatrixRules.Apply(_tiny.Read(), new(cells)).Where(finding => finding.Code == FindingCode.PromiseUntested)
            .ShouldAllBe(finding => !cells[1].Row.Breaks.Any(promise => finding.Message.Contains($"'{promise}'")));
    }

    [Fact]
    public void What_a_suite_does_to_the_reference_is_not_told_of_every_variant()
    {
        var malformed = new SuiteEnding.ReportMalformed("the report is empty");
        var found = MatrixRules.Apply(_tiny.Read(), new([Ended("reference", RowRole.Reference, malformed), Ended("starter", RowRole.Starter, malformed), Ended("naive-octal", RowRole.Naive, malformed)]));
        var finding = found.Where(one => one.Code is FindingCode.ReportMalformed or FindingCode.StarterFailsByCrash).ShouldHaveSingleItem();
        finding.Variant.ShouldBe("reference");
        finding.Message.ShouldBe("add/hidden reported badly on 'reference': the report is empty. It does on 'naive-octal', too.");
        finding.NextStep.ShouldEndWith("course.yaml says that the report is coursegen, which is JSON in the file $COURSEGEN_REPORT.");
    }

    [Fact]
    public void A_limit_that_the_reference_reaches_is_told_with_the_limit_to_raise() =>
        MatrixRules.Apply(_tiny.Read(), new([Ended("reference", RowRole.Reference, new SuiteEnding.OverLimit("memory", "suite", "1 MiB", "1 MiB"))]))
            .Where(one => one.Code == FindingCode.ReferenceFails).ShouldHaveSingleItem()
            .NextStep.ShouldBe("Let the reference or the suite need less, or raise that limit under limits in course.yaml; the reference may need half of it.");

    [Fact]
    public void A_naive_solution_that_fails_what_the_reference_fails_too_is_not_told()
    {
        var visible = new SuiteId("add", SuiteKind.Visible);
        MatrixCell On(string name, RowRole role, params CheckResult[] checks) => Result(visible, name, role, new SuiteEnding.Completed(), checks);
        List<string> Told(params CheckResult[] naive) =>
            [.. MatrixRules.Apply(_tiny.Read(), new([On("reference", RowRole.Reference, Check("a", CheckStatus.Failed), Check("b", CheckStatus.Passed)), On("naive-octal", RowRole.Naive, naive)])).Select(one => one.Code)];
        Told(Check("a", CheckStatus.Failed), Check("b", CheckStatus.Passed)).ShouldNotContain(FindingCode.NaiveFailsVisible);
        Told(Check("a", CheckStatus.Failed), Check("b", CheckStatus.Failed)).ShouldContain(FindingCode.NaiveFailsVisible);
    }

    [Fact]
    public void A_variant_that_does_not_run_shows_nothing_of_a_promise()
    {
        _tiny.Append("variants/buggy-sign/variant.yaml", "breaks: [add-sum]\n");
        var stopped = Ended("buggy-sign", RowRole.Buggy, new SuiteEnding.NotRunnable("verify", "it ended with status 2: no such module"));
        MatrixCell[] cells = [Cell("reference", RowRole.Reference, "adds_large", "adds_small"), stopped with { Row = stopped.Row with { Breaks = ["add-sum"] } }];
        var finding = MatrixRules.Apply(_tiny.Read(), new(cells)).Where(one => one is { Code: FindingCode.PromiseUntested, Variant: "buggy-sign" }).ShouldHaveSingleItem();
        finding.Message.ShouldEndWith("is broken by 'buggy-sign', which no check has looked at. The project did not get past verify: it ended with status 2: no such module.");
        finding.NextStep.ShouldBe("Let 'buggy-sign' run, and be wrong in what the promise says.");
    }

    [Fact]
    public void A_buggy_solution_that_passes_nothing_is_a_note()
    {
        CheckResult[] all = [.. "abcd".Select(id => new CheckResult($"{id}", $"{id}", CheckStatus.Failed, "no", []))];
        List<string> Told(params CheckResult[] checks) =>
            [.. Notes(_tiny.Read().Manifest, Result("buggy-sign", RowRole.Buggy, new SuiteEnding.Completed(), checks)).Where(note => note.Contains("buggy-sign"))];
        Told(all).ShouldHaveSingleItem().ShouldBe(
            "The buggy solution 'buggy-sign' passes no check of add/hidden, as a program would that does not run. Make sure that it fails by its bug: a: no");
        Told([.. all, Check("e", CheckStatus.Passed)]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(RowRole.Buggy, "The suite always agrees on the reference, so look at 'racy' first")]
    [InlineData(RowRole.Reference, "Remove what the check depends on besides the program")]
    public void A_disagreement_says_where_to_look_first(RowRole role, string nextStep)
    {
        var (passed, failed) = (Cell("racy", role, "adds_large").First, Result("racy", role, new SuiteEnding.Completed(), Check("adds_large", CheckStatus.Failed)).First);
        var racy = Cell("racy", role, "adds_large") with { Runs = [failed, passed, failed] };
        MatrixCell[] cells = role == RowRole.Reference ? [racy] : [Cell("reference", RowRole.Reference, "adds_large"), racy];
        MatrixRules.Apply(_tiny.Read(), new(cells)).Where(one => one.Code == FindingCode.ReferenceFlaky).ShouldHaveSingleItem().NextStep.ShouldStartWith(nextStep);
    }

    public void Dispose() => _tiny.Dispose();

    private (string Message, string NextStep) Told(string code, string variant, RowRole role)
    {
        var finding = MatrixRules.Apply(_tiny.Read(), new([Cell(variant, role, "adds_large")])).Where(one => one.Code == code).ShouldHaveSingleItem();
        return (finding.Message, finding.NextStep);
    }

    private static IReadOnlyList<string> Notes(Manifest manifest, params MatrixCell[] cells) => MatrixRules.NotesOf(EvidenceOf(manifest, cells));

    private static Evidence EvidenceOf(Manifest manifest, params MatrixCell[] cells) => new()
    {
        Manifest = manifest,
        Digest = "",
        Engine = new("", "", null, []),
        Findings = [],
        Matrix = new(cells),
        Roster = Roster.Unknown,
        Mutation = Mutation.None(1, manifest.Mutation, "None were asked for."),
        Notes = [],
        Timings = new Dictionary<string, TimeSpan>(StringComparer.Ordinal),
    };

    private static MatrixCell Cell(string variant, RowRole role, params string[] passed) =>
        Result(variant, role, new SuiteEnding.Completed(), [.. passed.Select(id => Check(id, CheckStatus.Passed))]);

    private static MatrixCell Breaking(string variant, Bundle bundle, params string[] passed)
    {
        var cell = Cell(variant, RowRole.Buggy, passed);
        return cell with { Row = cell.Row with { Breaks = bundle.Variants.Single(one => one.Name == variant).Breaks } };
    }

    private static MatrixCell Ended(string variant, RowRole role, SuiteEnding ending) => Result(variant, role, ending);

    private static CheckResult Check(string id, CheckStatus status) => new(id, id, status, "", []);

    private static MatrixCell Result(string variant, RowRole role, SuiteEnding ending, params CheckResult[] checks) => Result(Hidden, variant, role, ending, checks);

    private static MatrixCell Result(SuiteId suite, string variant, RowRole role, SuiteEnding ending, params CheckResult[] checks)
    {
        var target = new MatrixTarget(suite, role == RowRole.Reference ? Expected.Pass : Expected.Fail);
        return new(new(variant, role, "add", [], [target], 1), target, [new(suite, ending, checks, [], RunCost.Zero, "", false)]);
    }
}
