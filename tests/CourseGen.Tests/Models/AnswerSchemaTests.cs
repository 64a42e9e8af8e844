using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CourseGen.Models;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Models;

/// <summary>Schema from a record, and strict reading against it.</summary>
public sealed class AnswerSchemaTests
{
    private const string GoodPlan = """
        {"title":"T","summary":null,"level":"very_hard","share":0.5,"done":false,
         "files":[{"path":"a","text":"b","note":"n"}],"tags":["x"]}
        """;

    /// <summary>How hard.</summary>
    internal enum Level
    {
        Easy,
        VeryHard,
    }

    [Fact]
    public void The_schema_of_a_record_is_strict()
    {
        var schema = JsonNode.Parse(AnswerSchema.Of<SamplePlan>().Json)!;
        JsonNode.DeepEquals(schema, JsonNode.Parse(
            """
            {
              "type": "object",
              "properties": {
                "title": { "type": "string", "description": "At most sixty characters." },
                "summary": { "type": ["string", "null"] },
                "level": { "enum": ["easy", "very_hard"], "type": "string" },
                "share": { "type": "number" },
                "done": { "type": "boolean" },
                "files": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "path": { "type": "string" },
                      "text": { "type": "string" },
                      "note": { "type": ["string", "null"] }
                    },
                    "required": ["path", "text", "note"],
                    "additionalProperties": false
                  }
                },
                "tags": { "type": "array", "items": { "type": "string" } }
              },
              "required": ["title", "summary", "level", "share", "done", "files", "tags"],
              "additionalProperties": false,
              "description": "A plan."
            }
            """)).ShouldBeTrue(schema.ToJsonString());
    }

    [Fact]
    public void A_good_answer_is_read()
    {
        var plan = Read(GoodPlan).ShouldBeOfType<Reading<SamplePlan>.Accepted>().Value;
        (plan.Level, plan.Summary, plan.Files[0].Note, plan.FileCount).ShouldBe((Level.VeryHard, null, "n", 1));
    }

    [Theory]
    [InlineData("\"very_hard\"", "\"impossible\"", "$.level: must be one of")]
    [InlineData("\"very_hard\"", "1", "$.level: must be string, is number")]
    [InlineData("\"tags\":[\"x\"]", "\"tags\":[null]", "$.tags[0]: must be string, is null")]
    [InlineData(",\"note\":\"n\"", "", "$.files[0]: lacks the member 'note'")]
    [InlineData("\"title\":\"T\"", "\"Title\":\"T\"", "unknown member 'Title'")]
    [InlineData("0.5", "\"0.5\"", "$.share: must be number, is string")]
    [InlineData("\"done\":false", "\"done\":false,", "$")]
    [InlineData("\"done\":false", "\"done\":false,\"file_count\":1", "unknown member 'file_count'")]
    public void A_wrong_answer_is_refused_by_name(string right, string wrong, string error) =>
        Read(GoodPlan.Replace(right, wrong, StringComparison.Ordinal))
            .ShouldBeOfType<Reading<SamplePlan>.Rejected>().Errors.ShouldContain(e => e.Contains(error, StringComparison.Ordinal));

    [Fact]
    public void All_errors_are_told_at_once() =>
        Read("""{"title":1,"done":2}""").ShouldBeOfType<Reading<SamplePlan>.Rejected>().Errors.Count.ShouldBe(7);

    [Fact]
    public void Deep_nesting_is_refused() =>
        Read(new string('[', 10_000)).ShouldBeOfType<Reading<SamplePlan>.Rejected>();

    [Fact]
    public void Shapes_that_strict_modes_do_not_know_are_refused_when_the_schema_is_made()
    {
        Should.Throw<NotSupportedException>(() => AnswerSchema.Of<Loose>()).Message.ShouldContain("dictionary");
        Should.Throw<NotSupportedException>(() => AnswerSchema.Of<Recursive>()).Message.ShouldContain("recursive");
        Should.Throw<NotSupportedException>(() => AnswerSchema.Of<Untyped>()).Message.ShouldContain("anything");
        Should.Throw<NotSupportedException>(() => AnswerSchema.Of<Either>()).Message.ShouldContain("no type");
        Should.Throw<NotSupportedException>(() => AnswerSchema.Of<string>()).Message.ShouldContain("object");
    }

    [Fact]
    public void A_type_may_occur_twice_and_value_types_may_be_null()
    {
        var members = JsonNode.Parse(AnswerSchema.Of<Pair>().Json)!["properties"]!;
        members["second"]!.ToJsonString().ShouldBe(members["first"]!.ToJsonString());
        members["count"]!["type"]!.ToJsonString().ShouldBe("""["integer","null"]""");
        members["level"]!.ToJsonString().ShouldBe("""{"enum":["easy","very_hard",null],"type":["string","null"]}""");
        const string File = """{"path":"a","text":"b","note":null}""";
        AnswerReader.Read<Pair>($$"""{"first":{{File}},"second":{{File}},"count":null,"level":null}""", 1000, _ => [])
            .ShouldBe(new Reading<Pair>.Accepted(new Pair(new SampleFile("a", "b"), new SampleFile("a", "b"), null, null)));
        AnswerReader.Read<Pair>($$"""{"first":{{File}},"second":{{File}},"count":3000000000,"level":null}""", 1000, _ => [])
            .ShouldBeOfType<Reading<Pair>.Rejected>().Errors.ShouldHaveSingleItem().ShouldStartWith("$.count: ");
    }

    private static Reading<SamplePlan> Read(string answer) =>
        AnswerReader.Read<SamplePlan>(answer, largestBytes: 100_000, _ => []);

    [Description("A plan.")]
    internal sealed record SamplePlan(
        [property: Description("At most sixty characters.")] string Title,
        string? Summary,
        Level Level,
        double Share,
        bool Done,
        IReadOnlyList<SampleFile> Files,
        IReadOnlyList<string> Tags)
    {
        public int FileCount => Files.Count;
    }

    internal sealed record SampleFile(string Path, string Text, string? Note = null);

    private sealed record Pair(SampleFile First, SampleFile Second, int? Count, Level? Level);

    private sealed record Loose(Dictionary<string, string> Members);

    private sealed record Recursive(IReadOnlyList<Recursive> Children);

    private sealed record Untyped(object Value);

    private sealed record Either(Shape Shape);

    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), "square")]
    private abstract record Shape;

    private sealed record Circle(int Radius) : Shape;

    private sealed record Square(int Side) : Shape;
}
