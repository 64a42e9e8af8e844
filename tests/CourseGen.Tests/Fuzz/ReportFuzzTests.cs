using System.Text;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Reports;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Fuzz;

/// <summary>Whatever a suite reports, it is read or refused by name.</summary>
public sealed class ReportFuzzTests
{
    private const int Inputs = 2_000;

    private const string JUnit = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites><testsuite name="s" tests="3">
          <testcase classname="c" name="one" time="0.1"><properties><property name="title" value="It does &amp; shows"/></properties></testcase>
          <testcase name="two"><failure message="expected 1 &lt; 2" type="E">at line 3
        hint: look again</failure><system-out><![CDATA[ said <this> ]]></system-out></testcase>
          <testcase name="three"><skipped/></testcase>
        </testsuite></testsuites>
        """;

    private const string Json = """
        {"tests":[{"id":"one","title":"It does","status":"passed","message":"","diagnostics":[]},
        {"id":"two","title":"It \u00e4lso does","status":"failed","message":"expected \"1\"","diagnostics":["hint: look",1,{"a":[true,null]}]},
        {"id":"three","status":"error"}]}
        """;

    private const string Tap = """
        TAP version 14
        1..3
        ok 1 - one It does
        not ok 2 - two It does, too
          ---
          message: "expected 1"
          hint: look
          ...
        ok 3 - three later # SKIP not here
        """;

    private static readonly string[] Words =
    [
        "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#xD800;", "&lt;", "<![CDATA[", "]]>", "<testcase>", "</testcase>", "<testcase name='one'/>", "<failure>", "xmlns:x=\"y\"", "<?pi?>", "<!--", "-->",
        "encoding=\"utf-7\"", "encoding=\"utf-16\"", "encoding=\"nothing\"", "standalone=\"maybe\"", "\0", "\uFFFF", "\uFEFF",
        "\"\\ud800\"", "[[[[[[[[[[[[[[[[[[[[", "{\"tests\":", "null", "1e999", "-", "\"id\":", "\"status\":\"passed\"", "}", "]", ",", "\"",
        "1..999999", "1..0", "Bail out!", "not ", "ok", "ok 999999999", "# skip", "# tod" + "o", "    ok 1 - inner", "  message: ", "  ---", "\n", "\r",
    ];

    [Theory]
    [InlineData(ReportKind.JUnit, JUnit)]
    [InlineData(ReportKind.CourseGen, Json)]
    [InlineData(ReportKind.Tap, Tap)]
    public void No_report_does_more_than_be_refused(ReportKind kind, string sound)
    {
        var mutator = new Mutator(3, [Encoding.UTF8.GetBytes(sound)], Words);
        var read = 0;
        for (var input = 0; input < Inputs; input++)
        {
            var bytes = mutator.Next(ReportReader.MaxBytes / 16);
            if (Bounds.Read<ReportMalformedException>($"{kind} {input}", () => Read(kind, bytes))) read++;
        }

        // Were none read, or all, the mutants would say nothing.
        read.ShouldBeInRange(Inputs / 100, Inputs * 3 / 4);
    }

    [Theory]
    [InlineData(ReportKind.JUnit, "<a>")]
    [InlineData(ReportKind.JUnit, "<testcase name='a'>")]
    [InlineData(ReportKind.JUnit, "<testcase name='a'><failure>")]
    [InlineData(ReportKind.JUnit, "<r>", "<testcase/>", "</r>")]
    [InlineData(ReportKind.JUnit, "<r>", "<a b=''/>", "</r>")]
    [InlineData(ReportKind.JUnit, "<r><testcase name='a'><failure>", "\n", "</failure></testcase></r>")]
    [InlineData(ReportKind.JUnit, "<r><testcase name='a'>", "<system-out>b</system-out>", "</testcase></r>")]
    [InlineData(ReportKind.CourseGen, "[")]
    [InlineData(ReportKind.CourseGen, "{\"tests\":")]
    [InlineData(ReportKind.CourseGen, "{\"tests\":[", "{\"status\":\"passed\"},", "{}]}")]
    [InlineData(ReportKind.CourseGen, "{\"tests\":[{\"id\":\"a\",\"status\":\"failed\",\"diagnostics\":[", "1,", "1]}]}")]
    [InlineData(ReportKind.Tap, "ok\n")]
    [InlineData(ReportKind.Tap, "1..1\nok 1 - a\n", "  b\n")]
    [InlineData(ReportKind.Tap, "1..1\nnot ok 1 - a\n", "\n")]
    [InlineData(ReportKind.Tap, "1..1\nnot ok 1 - ", "a ")]
    public void No_report_of_one_thing_over_and_over_hangs(ReportKind kind, string first, string? part = null, string last = "")
    {
        var times = (ReportReader.MaxBytes - first.Length - last.Length) / (part ?? first).Length;
        var bytes = Encoding.UTF8.GetBytes(first + string.Concat(Enumerable.Repeat(part ?? first, times)) + last);

        Bounds.Read<ReportMalformedException>($"{kind} {first} {part}", () => Read(kind, bytes));
    }

    [Theory]
    [InlineData(ReportKind.JUnit)]
    [InlineData(ReportKind.CourseGen)]
    [InlineData(ReportKind.Tap)]
    public void A_report_over_the_limit_is_refused_before_it_is_read(ReportKind kind) =>
        Should.Throw<ReportMalformedException>(() => Read(kind, new byte[ReportReader.MaxBytes + 1])).Message.ShouldContain("4,194,304");

    [Fact]
    public void Entities_that_grow_without_end_do_nothing()
    {
        var bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (var level = 1; level < 12; level++) bomb.Append($"<!ENTITY a{level} \"{string.Concat(Enumerable.Repeat($"&a{level - 1};", 10))}\">");
        bomb.Append("]><r><testcase name=\"&a11;\"/></r>");

        Refused(bomb.ToString());
    }

    [Theory]
    [InlineData("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;")]
    [InlineData("<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">", "&x;")]
    [InlineData("<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;", "")]
    public void Entities_from_elsewhere_do_nothing(string entity, string use) => Refused($"<!DOCTYPE r [{entity}]><r><testcase name=\"a\"><failure>{use}</failure></testcase></r>");

    [Fact]
    public void A_document_type_from_elsewhere_does_nothing() => Refused("<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r><testcase name=\"a\"/></r>");

    private static void Refused(string report) =>
        Bounds.Read<ReportMalformedException>(report, () => Read(ReportKind.JUnit, Encoding.UTF8.GetBytes(report))).ShouldBeFalse();

    // The exit status says what most of them say, so that more than that is looked at.
    private static void Read(ReportKind kind, byte[] bytes)
    {
        foreach (var check in ReportReader.Read(kind, new(1, bytes, bytes)))
        {
            check.Id.Length.ShouldBeInRange(1, 200);
            check.Diagnostics.Count.ShouldBeLessThanOrEqualTo(50);
        }
    }
}
