using System.Text;
using CourseGen.App.Authoring;
using CourseGen.Domain.Briefs;
using CourseGen.Domain.Bundles;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

public sealed class BriefReaderTests
{
    private const string Good = "title: Add\nproblem: Add numbers.\noutcomes: [Can add]\n";

    [Fact]
    public void What_is_left_out_is_left_to_the_plan()
    {
        var brief = Read(Good);

        (brief.Title, brief.Problem, brief.Surface, brief.Stack).ShouldBe(("Add", "Add numbers.", "", new StackWishes()));
        brief.Outcomes.ShouldBe(["Can add"]);
        brief.Deliverables.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("title: 数を足す\nproblem: シェルで二つの数を足す。\noutcomes: [足し算ができる]\n", "数を足す")]
    [InlineData("title: اجمع رقمين\nproblem: برنامج صغير\noutcomes: [يجمع]\n", "اجمع رقمين")]
    [InlineData("title: \"Zähle Wörter 🙂\"\nproblem: Zähle.\noutcomes: [Zählen]\n", "Zähle Wörter 🙂")]
    public void A_brief_may_be_in_any_language(string yaml, string title) => Read(yaml).Title.ShouldBe(title);

    [Theory]
    [InlineData("", "must hold one document with named fields")]
    [InlineData("# nothing\n", "must hold one document with named fields")]
    [InlineData("---\n---\n", "must hold one document with named fields")]
    [InlineData("Please write me a course.\n", "must hold one document with named fields")]
    [InlineData("- milk\n- eggs\n", "must hold one document with named fields")]
    [InlineData("{}", "'title' is missing", "'problem' is missing")]
    [InlineData("title: ''\nproblem: ' '\noutcomes: []\n", "'title' is empty", "'problem' is empty")]
    [InlineData("title: [Add]\nproblem: {add: numbers}\noutcomes: Can add\n", "'title' must be a text", "'problem' must be a text", "'outcomes' must be a list")]
    [InlineData(Good + "surface: http\nsurface: command\n", "is not readable YAML", "surface")]
    [InlineData(Good + "surface: web\n", "'surface' must be one of http, command; it is 'web'")]
    [InlineData(Good + "stack: {language: [A, B]}\n", "'stack.language' must be a text")]
    [InlineData(Good + "stack: {langage: A}\n", "'stack.langage' is not a field")]
    [InlineData(Good + "approve: true\nlimits: {suite: 1h}\n", "'approve' is not a field", "'limits' is not a field")]
    [InlineData("title: &a Add\nproblem: *a\noutcomes: [*a]\n", "aliases (*name) are not allowed")]
    [InlineData(Good + "deliverables: [{id: a}]\n", "'deliverables' must be a list of texts")]
    public void What_is_wrong_is_named(string yaml, params string[] told)
    {
        var errors = Errors(Encoding.UTF8.GetBytes(yaml));

        foreach (var one in told) errors.ShouldContain(one);
        errors.ShouldStartWith("brief.yaml");
    }

    [Fact]
    public void What_is_too_much_is_named_with_its_limit()
    {
        Errors(Encoding.UTF8.GetBytes(Good + "# " + new string('x', BundleLayout.MaxYamlBytes))).ShouldContain("the most is 1,048,576");
        Errors(Encoding.UTF8.GetBytes($"title: {new string('t', 201)}\nproblem: {new string('p', Brief.MaxProblem + 1)}\noutcomes: [x]\n"))
            .ShouldBe("brief.yaml:1: 'title' is longer than 200 characters\nbrief.yaml:2: 'problem' is longer than 20000 characters");
        Errors(Encoding.UTF8.GetBytes($"title: x\nproblem: x\noutcomes: [{string.Join(", ", Enumerable.Repeat("x", 21))}]\n")).ShouldContain("'outcomes' has 21 entries; the most is 20");
        Errors(Encoding.UTF8.GetBytes(Good + $"deliverables: [{string.Join(", ", Enumerable.Repeat("x", 13))}]\n")).ShouldContain("'deliverables' has 13 entries; the most is 12");
        Errors(Encoding.UTF8.GetBytes($"title: x\nproblem: x\noutcomes: [{new string('x', 2_001)}]\n")).ShouldContain("'outcomes'");
        Errors(Encoding.UTF8.GetBytes(Good + "deliverables: " + new string('[', 5000))).ShouldContain("brief.yaml");
    }

    [Fact]
    public void A_brief_that_is_no_text_is_refused()
    {
        Errors([0x74, 0x69, 0xff, 0xfe]).ShouldContain("is not UTF-8 text");
        Errors(Encoding.UTF8.GetBytes("title: a\0b\nproblem: x\noutcomes: [x]\n")).ShouldContain("brief.yaml");
    }

    private static Brief Read(string yaml) => BriefReader.Read("brief.yaml", Encoding.UTF8.GetBytes(yaml));

    private static string Errors(byte[] yaml) =>
        string.Join('\n', Should.Throw<BundleInvalidException>(() => BriefReader.Read("brief.yaml", yaml)).Errors);
}
