using CourseGen.App.Authoring;
using CourseGen.App.Teaching;
using CourseGen.Cli;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Demo;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using CourseGen.Tests.Authoring;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Cli;

/// <summary>Looking at runs, and going on with them, from the command line.</summary>
public sealed class RunsTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("coursegen-runs-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watching_ends_where_a_run_faulted_and_says_how_to_go_on()
    {
        using (var data = await DataFolder.OpenAsync(_data.FullName, TimeProvider.System, Stop))
        {
            await data.Runs.CreateAsync(
                new() { Id = new("run_1"), Kind = GradingNames.Kind, Title = "A run", State = "{}", Status = RunStatus.Faulted, Sentence = "The disk is full." }, [], Stop);
        }

        var call = await Invocation.RunNothingAsync("runs", "watch", "run_1", "--data", _data.FullName).WaitAsync(TimeSpan.FromMinutes(1), Stop);

        call.Results.ShouldContain("The disk is full.");
        call.Progress.ReplaceLineEndings(" ").ShouldContain("coursegen runs resume run_1");
        call.Exit.ShouldBe(ExitCode.Ours);
    }

    [Fact]
    public async Task A_demo_that_was_cancelled_is_resumed_with_it()
    {
        using var data = await DataFolder.OpenAsync(_data.FullName, TimeProvider.System, Stop);
        await using var workshop = new Workshop(CliHost.OfThisMachine(), data, new NoEngine());
        var demo = new DemoName("demo_1");
        var input = new AuthoringInput(new Course().State.Brief, new("recorded", RecordedFolder: _data.FullName));
        await workshop.Desk.StartAsync(new(AuthoringGraph.KindName, "A demo", RunJson.Write(input), demo.Authoring), Stop);
        await workshop.Desk.CancelAsync(demo.Authoring, "ada", Stop);

        await new DemoScript(workshop, Screen.OfText(TextWriter.Null, TextWriter.Null)).RunAsync(demo, Stop);

        // It stops again at once, because nothing is recorded there.
        (await data.Runs.FindAsync(demo.Authoring, Stop))!.Status.ShouldBe(RunStatus.Faulted);
        (await data.Runs.ReadEventsAsync(demo.Authoring, 0, 100, Stop)).ShouldContain(one => one.Kind == RunEventKinds.RunResumed);
    }

    public void Dispose() => _data.Delete(recursive: true);
}
