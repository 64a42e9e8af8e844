using System.Text.Json;
using CourseGen.Models;
using CourseGen.Models.Recorded;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Models;

/// <summary>Answers from files.</summary>
public sealed class RecordedModelTests : IDisposable
{
    private const string Answer = "answers/authoring_runtime.reference/course/1.json";
    private readonly string _root = Directory.CreateTempSubdirectory("recorded-").FullName;

    private string Folder => Path.Join(_root, "answers");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_recorded_answer_is_returned_and_labelled()
    {
        Write(Answer, Greeting.Good);
        var answer = await AskAsync();
        answer.Value.ShouldBe(new Greeting("hello", 3));
        (answer.Call.Recorded, answer.Call.TokensIn, answer.Call.TokensOut, answer.Call.Cost).ShouldBe((true, 0, 0, 0m));
        new RecordedModel(Folder).Identity.Label.ShouldBe("recorded answers, no model was called");
    }

    [Fact]
    public async Task A_miss_fails_by_name()
    {
        var fault = await ShouldFailAsync(ModelFault.NotRecorded);
        fault.Message.ShouldBe(
            $"no recorded answer for role authoring_runtime.reference, subject course, attempt 1 in {Folder}; expected file {Answer}");
        fault.Retry.ShouldBe(AnswerRetry.Never);
    }

    [Fact]
    public async Task A_file_reference_stands_for_the_text_of_the_file()
    {
        Write(Answer, """{"text":{"$file":"code/app.py"},"stars":1}""");
        Write("code/app.py", "print(\"hé\")\n");
        (await AskAsync()).Value.Text.ShouldBe("print(\"hé\")\n");
    }

    [Fact]
    public async Task File_references_are_found_at_any_depth_and_the_rest_stays_as_it_is()
    {
        Write(Answer, """[{"a":[{"$file":"f"},{"$file":"f","b":1},{"$file":2}],"n":1.50}]""");
        Write("f", "text");
        var reply = await new RecordedModel(Folder).AskAsync(Request(), TestContext.Current.CancellationToken);
        reply.Json.ShouldBe("""[{"a":["text",{"$file":"f","b":1},{"$file":2}],"n":1.50}]""");
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("code/../../outside.txt")]
    [InlineData("/etc/hostname")]
    [InlineData("..\\outside.txt")]
    [InlineData("./1.json")]
    [InlineData("linked.txt")]
    [InlineData("linked/outside.txt")]
    [InlineData("dangling")]
    [InlineData("")]
    public async Task A_path_that_leaves_the_folder_is_refused(string path)
    {
        Write("../outside.txt", "secret");
        Write(Answer, JsonSerializer.Serialize(new { text = new Dictionary<string, string>(StringComparer.Ordinal) { ["$file"] = path }, stars = 1 }));
        File.CreateSymbolicLink(Path.Join(Folder, "linked.txt"), Path.Join(_root, "outside.txt"));
        File.CreateSymbolicLink(Path.Join(Folder, "linked"), _root);
        File.CreateSymbolicLink(Path.Join(Folder, "dangling"), Path.Join(_root, "nowhere"));
        (await ShouldFailAsync(ModelFault.Malformed)).Message.ShouldContain("does not stay inside the folder");
    }

    [Fact]
    public async Task A_reference_to_a_missing_file_names_both_files()
    {
        Write(Answer, """{"text":{"$file":"nothing.py"},"stars":1}""");
        var fault = await ShouldFailAsync(ModelFault.NotRecorded);
        fault.Message.ShouldBe($"the recorded answer {Answer} refers to the file 'nothing.py', which is not there");
    }

    [Fact]
    public async Task A_file_over_the_limit_is_named()
    {
        Write(Answer, "");
        using (var file = File.OpenWrite(Path.Join(Folder, Answer)))
            file.SetLength(RecordedFolder.LargestFileBytes + 1);
        (await ShouldFailAsync(ModelFault.TooLarge)).Message.ShouldContain(Answer);
    }

    [Fact]
    public async Task Many_references_to_one_large_file_stay_within_the_limit()
    {
        Write("large", new string('x', 4 * 1024 * 1024));
        Write(Answer, JsonSerializer.Serialize(Enumerable.Repeat(new Dictionary<string, string>(StringComparer.Ordinal) { ["$file"] = "large" }, 100)));
        (await ShouldFailAsync(ModelFault.TooLarge)).Message.ShouldContain("with its files");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("{} // comment")]
    public async Task A_file_that_is_not_JSON_is_named(string content)
    {
        Write(Answer, content);
        (await ShouldFailAsync(ModelFault.Malformed)).Message.ShouldContain($"the recorded answer {Answer} is not JSON");
    }

    [Fact]
    public async Task A_file_that_is_not_text_is_named()
    {
        Write(Answer, "");
        await File.WriteAllBytesAsync(Path.Join(Folder, Answer), [0xff, 0xfe, 0x00], TestContext.Current.CancellationToken);
        (await ShouldFailAsync(ModelFault.Malformed)).Message.ShouldContain("is not UTF-8 text");
    }

    private async Task<ModelException> ShouldFailAsync(ModelFault kind)
    {
        var fault = await Should.ThrowAsync<ModelException>(AskAsync());
        fault.Kind.ShouldBe(kind, fault.ToString());
        fault.Call!.Outcome.ShouldBe(fault.Code);
        return fault;
    }

    private Task<Answer<Greeting>> AskAsync() =>
        new ModelGateway(new RecordedModel(Folder), new GatewaySettings(), TimeProvider.System)
            .AskAsync(Asking.Question, TestContext.Current.CancellationToken);

    private static ModelRequest Request() => new(Asking.Question.Id, "", "", "Greeting", "{}");

    private void Write(string path, string text)
    {
        var file = Path.GetFullPath(Path.Join(Folder, path));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
