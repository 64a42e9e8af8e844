using CourseGen.App.Authoring;
using CourseGen.Models;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Testing;

namespace CourseGen.ClusterTests;

/// <summary>The people's side: starts runs, decides at gates and looks on, and never executes a step.</summary>
internal sealed class Office(TestPostgres data)
{
    public RunStore Runs { get; } = new(data.Database);

    public RunDesk Desk { get; } = new(
        new RunStore(data.Database),
        new RunKinds(AuthoringSteps.Graph(new(NoModel, sandbox: null!, new BlobStore(data.Database), new SortableIds(TimeProvider.System)))),
        new SortableIds(TimeProvider.System),
        new RunBell());

    /// <summary>Waits until a run is as wanted.</summary>
    public async Task<Run> UntilAsync(RunId id, Func<Run, bool> wanted, TimeSpan patience)
    {
        var start = TimeProvider.System.GetTimestamp();
        Run run;
        while (!wanted(run = (await Runs.FindAsync(id, CancellationToken.None))!))
        {
            if (TimeProvider.System.GetElapsedTime(start) > patience)
                throw new TimeoutException($"{id} is still {run.Status} at {run.Gate ?? run.Step}: {run.Sentence}");
            await Task.Delay(50);
        }

        return run;
    }

    /// <summary>All events of a run.</summary>
    public async Task<IReadOnlyList<RunEvent>> EventsAsync(RunId id) => await Runs.ReadEventsAsync(id, 0, 10_000, CancellationToken.None);

    /// <summary>The questions of a run whose answers are recorded.</summary>
    public async Task<IReadOnlyList<string>> AnsweredAsync(RunId id) =>
    [
        .. (await Runs.ReadCallsAsync(id, 0, 1000, CancellationToken.None)).Select(call => RunJson.Read<string>(call.Answer))
            .Select(entry => System.Text.Json.JsonDocument.Parse(entry).RootElement.GetProperty("call").GetProperty("role").GetString()!),
    ];

    private static ModelGateway NoModel(AuthoringSetup setup) => throw new InvalidOperationException("An office asks no model.");
}
