using CourseGen.App.Teaching;
using CourseGen.Cli;
using CourseGen.Cli.Composition;
using CourseGen.Runs;
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
        using (var data = await DataFolder.OpenAsync(_data.FullName, Stop))
        {
            await data.Runs.CreateAsync(
                new() { Id = new("run_1"), Kind = GradingNames.Kind, Title = "A run", State = "{}", Status = RunStatus.Faulted, Sentence = "The disk is full." }, [], Stop);
        }

        var call = await Invocation.RunNothingAsync("runs", "watch", "run_1", "--data", _data.FullName).WaitAsync(TimeSpan.FromMinutes(1), Stop);

        call.Results.ShouldContain("The disk is full.");
        call.Progress.ReplaceLineEndings(" ").ShouldContain("coursegen runs resume run_1");
        call.Exit.ShouldBe(ExitCode.Ours);
    }

    public void Dispose() => _data.Delete(recursive: true);
}
