using CourseGen.Models;
using CourseGen.Models.Recorded;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Models;

/// <summary>Answers that were recorded are the answers that are replayed.</summary>
public sealed class AnswerRecorderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-test-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_recorded_answer_replays_without_the_model()
    {
        var live = await Gateway(ScriptedAnswers.Always(Greeting.Good)).AskAsync(Asking.Question, Stop);

        var replayed = await new ModelGateway(new RecordedModel(_folder.FullName), Asking.Patient("test"), TimeProvider.System).AskAsync(Asking.Question, Stop);

        replayed.Value.ShouldBe(live.Value);
        (replayed.Call.Recorded, replayed.Call.Cost).ShouldBe((true, 0m));
        Files().ShouldBe(["answers/authoring_runtime.reference/course/1.json"]);
    }

    [Fact]
    public async Task Only_an_accepted_answer_is_kept()
    {
        string[] answers = ["""{"text":"hello","stars":9}""", Greeting.Good];
        var next = 0;
        var model = new ScriptedAnswers((_, _) => Task.FromResult(new ModelReply(answers[next++], TokenUsage.None)));

        await Gateway(model).AskAsync(Asking.Question, Stop);

        File.ReadAllText(Path.Combine(_folder.FullName, Files().Single())).ShouldContain("\"stars\": 3");
    }

    [Fact]
    public async Task A_refused_answer_leaves_nothing()
    {
        await Should.ThrowAsync<ModelException>(Gateway(ScriptedAnswers.Always("{}")).AskAsync(Asking.Question, Stop));

        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_cannot_be_kept_is_in_the_ledger_and_is_kept_when_there_is_room()
    {
        var (model, ledger) = (ScriptedAnswers.Always(Greeting.Good), new MemoryLedger());
        var inTheWay = Path.Combine(_folder.FullName, RecordedModel.Answers);
        File.WriteAllText(inTheWay, "");

        var answer = await Gateway(model).AskAsync(Asking.Question, ledger, Stop);

        answer.Value.Stars.ShouldBe(3);
        answer.NotKept.ShouldNotBeNull().ShouldContain(inTheWay);
        File.Delete(inTheWay);
        (await Gateway(model).AskAsync(Asking.Question, ledger, Stop)).NotKept.ShouldBeNull();
        model.Calls.ShouldBe(1);
        Files().ShouldBe(["answers/authoring_runtime.reference/course/1.json"]);
    }

    private ModelGateway Gateway(IModel model) => new(model, Asking.Patient("test") with { RecordTo = _folder.FullName }, TimeProvider.System);

    private IReadOnlyList<string> Files() =>
        [.. _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.FullName, file.FullName))];
}
