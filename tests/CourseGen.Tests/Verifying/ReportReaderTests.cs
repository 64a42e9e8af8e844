using System.Text;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Reports;
using CourseGen.Domain.Verdicts;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>What a suite reports is read as its author meant it, or refused in words that say what to mend.</summary>
public sealed class ReportReaderTests
{
    [Theory]
    [InlineData(ReportKind.CourseGen, """{"tests":[{"id":"one","status":"passed"}]}""")]
    [InlineData(ReportKind.JUnit, """<?xml version="1.0"?><testsuite><testcase name="one"/></testsuite>""")]
    [InlineData(ReportKind.Tap, "1..1\nok 1 - one\n")]
    public void A_byte_order_mark_at_the_start_is_passed_over(ReportKind kind, string report) =>
        Read(kind, "\uFEFF" + report, exitCode: 0).ShouldHaveSingleItem().Id.ShouldBe("one");

    private static IReadOnlyList<CheckResult> Read(ReportKind kind, string report, int exitCode)
    {
        var bytes = Encoding.UTF8.GetBytes(report);
        return ReportReader.Read(kind, new(exitCode, bytes, bytes));
    }
}
