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

    [Theory]
    [InlineData("", "the report is empty, and check.sh ended with status 1")]
    [InlineData("\r\n", "the report is empty, and check.sh ended with status 1")]
    [InlineData("[]", "a report is {\"tests\":[{\"id\",\"title\",\"status\",\"message\",\"diagnostics\"}]}, and this is something else")]
    [InlineData("{\"tests\":1}", "a report is {\"tests\":[{\"id\",\"title\",\"status\",\"message\",\"diagnostics\"}]}, and this is something else")]
    [InlineData("{\"tests\":[1]}", "a report is {\"tests\":[{\"id\",\"title\",\"status\",\"message\",\"diagnostics\"}]}, and one of its tests is something else")]
    [InlineData("{\"tests\":[{\"id\":1,\"status\":\"passed\"}]}", "id must be text, in quotes")]
    [InlineData("{\"tests\":[{\"id\":\"one\",\"status\":\"ok\"}]}", "'ok' is no status; there are passed, failed and error")]
    [InlineData("{\"tests\":[{\"id\":\"one\",\"status\":\"error\",\"diagnostics\":\"a\"}]}", "diagnostics must be a list")]
    [InlineData("{\"tests\":[{\"id\":\"\\ud800\",\"status\":\"passed\"}]}", "it holds a text that is not well-formed Unicode")]
    [InlineData("{\"tests\":[\n{\"id\":}]}", "it cannot be read as JSON from line 2, byte 7 on")]
    public void What_is_wrong_with_json_is_said_in_words_of_the_contract(string report, string reason) =>
        Refusal(ReportKind.CourseGen, report, exitCode: 1).ShouldBe(reason);

    [Theory]
    [InlineData(ReportKind.Tap, "1..2\nok 1 - one\nok 2 - two # SKIP too slow\n", "the check 'two' is an error (SKIP too slow), but check.sh ended with status 0")]
    [InlineData(ReportKind.Tap, "1..1\nnot ok 1 - one\n", "the check 'one' failed, but check.sh ended with status 0")]
    [InlineData(ReportKind.JUnit, "<testsuite><testcase name='one'><skipped message='too slow'/></testcase></testsuite>", "the check 'one' is an error (skipped: too slow), but check.sh ended with status 0")]
    [InlineData(ReportKind.JUnit, "<testsuite><testcase name='one'><skipped/></testcase></testsuite>", "the check 'one' is an error (skipped), but check.sh ended with status 0")]
    public void An_exit_status_that_disagrees_is_told_with_the_check(ReportKind kind, string report, string reason) =>
        Refusal(kind, report, exitCode: 0).ShouldBe(reason);

    [Theory]
    [InlineData("ok 7", "7", "7")]
    [InlineData("ok", "1", "1")]
    [InlineData("ok 3rd thing", "3rd", "thing")]
    [InlineData("ok 1 - C# and F#", "C#", "and F#")]
    [InlineData("ok 1 - one \\#2 of it # time=3ms", "one", "#2 of it")]
    [InlineData("ok 1 one: of it", "one", "of it")]
    public void A_line_of_TAP_gives_an_id_and_a_title(string line, string id, string title)
    {
        var check = Read(ReportKind.Tap, $"{line}\n1..1\n", exitCode: 0)[0];
        check.Status.ShouldBe(CheckStatus.Passed);
        (check.Id, check.Title).ShouldBe((id, title));
    }

    [Theory]
    [InlineData("ok 1 # skip")]
    [InlineData("not ok 1 - one # todo later")]
    [InlineData("ok 1 - C# # Skip: no")]
    public void A_directive_of_TAP_is_an_error(string line) => Read(ReportKind.Tap, $"{line}\n1..1\n", exitCode: 1)[0].Status.ShouldBe(CheckStatus.Error);

    [Fact]
    public void Two_descriptions_with_one_first_word_are_told_what_an_id_is() =>
        Refusal(ReportKind.Tap, "1..2\nok 1 - empty list\nok 2 - empty text\n", exitCode: 0)
            .ShouldBe("it names the check 'empty' twice; a check's id is the first word of its description");

    [Theory]
    [InlineData("  message: got 1, not 2\n", "got 1, not 2")]
    [InlineData("  message: |\n    got 1,\n    not 2\n", "got 1,\nnot 2")]
    [InlineData("  message: >-\n\n    got 1, not 2\n", "got 1, not 2")]
    [InlineData("  message: |x|\n", "|x|")]
    public void A_message_of_tap_may_be_a_block(string lines, string message)
    {
        var check = Read(ReportKind.Tap, $"not ok 1 - one\n  ---\n{lines}  hint: look\n  ...\nok 2 - two\n1..2\n", exitCode: 1)[0];
        check.Message.ShouldBe(message);
        check.Diagnostics.ShouldBe(["hint: look"]);
    }

    [Theory]
    [InlineData("'it is over'", "it is over")]
    [InlineData("got 'a', not 'b'", "got 'a', not 'b'")]
    [InlineData("'", "'")]
    public void Quotes_around_a_message_of_TAP_are_none_of_it(string written, string message) =>
        Read(ReportKind.Tap, $"not ok 1 - one\n  ---\n  message: {written}\n  ...\n1..1\n", exitCode: 1)[0].Message.ShouldBe(message);

    [Fact]
    public void A_document_type_is_told_as_one() =>
        Refusal(ReportKind.JUnit, "<!DOCTYPE a [<!ENTITY b 'c'>]><testsuite><testcase name='one'/></testsuite>", exitCode: 0)
            .ShouldBe("the JUnit report has a document type (<!DOCTYPE ...>), which is not read; leave it out");

    private static string Refusal(ReportKind kind, string report, int exitCode) =>
        Should.Throw<ReportMalformedException>(() => Read(kind, report, exitCode)).Message;

    private static IReadOnlyList<CheckResult> Read(ReportKind kind, string report, int exitCode)
    {
        var bytes = Encoding.UTF8.GetBytes(report);
        return ReportReader.Read(kind, new(exitCode, bytes, bytes));
    }
}
