using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>When the runs of a cell disagree.</summary>
public sealed class MatrixCellTests
{
    private static readonly SuiteId Suite = new("one", SuiteKind.Hidden);

    [Fact]
    public void A_wrong_program_may_fail_another_check_every_time()
    {
        var cell = Cell(RunWith(CheckStatus.Failed, CheckStatus.Passed), RunWith(CheckStatus.Failed, CheckStatus.Failed));

        cell.Flaky.ShouldBeFalse();
        cell.AsExpected.ShouldBeTrue();
    }

    [Fact]
    public void A_program_that_passes_sometimes_is_a_disagreement()
    {
        var cell = Cell(RunWith(CheckStatus.Passed, CheckStatus.Passed), RunWith(CheckStatus.Passed, CheckStatus.Failed));

        cell.Flaky.ShouldBeTrue();
        cell.AsExpected.ShouldBeFalse();
    }

    private static MatrixCell Cell(params SuiteResult[] runs) =>
        new(new("racy", RowRole.Buggy, "one", [], [], runs.Length), new(Suite, Expected.Fail), runs);

    private static SuiteResult RunWith(params CheckStatus[] statuses) =>
        new(Suite, new SuiteEnding.Completed(), [.. statuses.Select((status, index) => new CheckResult($"check-{index}", "", status, "", []))], [], RunCost.Zero, "", false);
}
