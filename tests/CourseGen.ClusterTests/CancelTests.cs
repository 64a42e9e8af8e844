using CourseGen.Runs;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.ClusterTests;

/// <summary>A run is cancelled from another process than the one that works on it.</summary>
[Collection(WholeMachine.Collection)]
public sealed class CancelTests(ITestOutputHelper output)
{
    private static readonly RunId Run = new("run_to_cancel");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // The worker learns of it at its next heartbeat, a second later at most; the rest is room for a busy machine.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_call_to_a_model_is_hung_up()
    {
        await using var data = await TestPostgres.OpenAsync(null);
        using var course = new TinyCourse();
        await using var models = await ModelServer.StartAsync(course);
        var asked = new TaskCompletionSource();
        models.Before = async (_, gone) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, gone);
        };
        var office = new Office(data);
        await office.Desk.StartAsync(course.Start(Run.Value, models), CancellationToken.None);
        await using var worker = WorkerProcess.Start(data.Address, parallel: 1);
        await asked.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await CancelAsync(office, () => !models.Abandoned.IsEmpty);

        models.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_runs_in_a_box_is_ended()
    {
        // What nobody else on this machine sleeps for.
        const string sleep = "sleep 54321";
        await using var data = await TestPostgres.OpenAsync(null);
        using var course = new TinyCourse();
        await using var models = await ModelServer.StartAsync(course);
        models.Change = (_, answer) => answer.Replace("sh -n sum.sh", sleep, StringComparison.Ordinal);
        var office = new Office(data);
        await office.Desk.StartAsync(course.Start(Run.Value, models), CancellationToken.None);
        await using var worker = WorkerProcess.Start(data.Address, parallel: 1);
        await UntilAsync(() => Runs(sleep), Patience);

        await CancelAsync(office, () => !Runs(sleep));
    }

    private async Task CancelAsync(Office office, Func<bool> ended)
    {
        var start = TimeProvider.System.GetTimestamp();
        await office.Desk.CancelAsync(Run, "ada", CancellationToken.None);
        await UntilAsync(ended, Soon);
        var run = await office.UntilAsync(Run, run => run.HasEnded, Soon);
        output.WriteLine($"Ended after {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s.");
        run.Status.ShouldBe(RunStatus.Cancelled);
        run.CancelBy.ShouldBe("ada");
        (await office.EventsAsync(Run))[^1].Kind.ShouldBe(RunEventKinds.RunCancelled);
    }

    private static async Task UntilAsync(Func<bool> done, TimeSpan patience)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!done())
        {
            if (TimeProvider.System.GetElapsedTime(start) > patience) throw new TimeoutException("What the test waits for never came.");
            await Task.Delay(50);
        }
    }

    private static bool Runs(string command) => Directory.EnumerateDirectories("/proc").Any(process => CommandOf(process) == command);

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).TrimEnd('\0').Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
