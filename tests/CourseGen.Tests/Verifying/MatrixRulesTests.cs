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
        MatrixRules.NotesOf(manifest, new([Cell("reference", RowRole.Reference, "adds_small", "adds_leading_zeros")])).ShouldHaveSingleItem()
            .ShouldBe("The promise 'add-sum' names ads_large as witness, and no suite of 'add' reports such a check; its other witnesses count.");
        MatrixRules.NotesOf(manifest, new([])).ShouldBeEmpty();
    }

    public void Dispose() => _tiny.Dispose();

    private (string Message, string NextStep) Told(string code, string variant, RowRole role)
    {
        var finding = MatrixRules.Apply(_tiny.Read(), new([Cell(variant, role, "adds_large")])).Where(one => one.Code == code).ShouldHaveSingleItem();
        return (finding.Message, finding.NextStep);
    }

    private static MatrixCell Cell(string variant, RowRole role, params string[] passed)
    {
        var target = new MatrixTarget(Hidden, role == RowRole.Reference ? Expected.Pass : Expected.Fail);
        CheckResult[] checks = [.. passed.Select(id => new CheckResult(id, id, CheckStatus.Passed, "", []))];
        return new(new(variant, role, "add", [], [target], 1), target, [new(Hidden, new SuiteEnding.Completed(), checks, [], RunCost.Zero, "", false)]);
    }
}
