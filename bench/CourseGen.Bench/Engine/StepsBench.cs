using CourseGen.Runs;
using CourseGen.Storage;

namespace CourseGen.Bench.Engine;

/// <summary>Steps of runs per second, each with its commit of state and events, by store and number of workers.</summary>
internal sealed class StepsBench : Measurement
{
    private const int Runs = 32;
    private const int StepsOfARun = 25;

    public override string Name => "steps";

    public override async IAsyncEnumerable<Measured> MeasureAsync()
    {
        foreach (var workers in new[] { 1, 4, 16 })
        {
            foreach (var store in Stores.Names)
            {
                await MeasureAsync(store, workers, Runs / 4);
                var rate = await MeasureAsync(store, workers, Runs);
                var against = QuartzBench.Fired > 0 ? $"{rate / QuartzBench.Fired:F1} × Quartz alone" : "";
                yield return new($"{store}, {workers} workers", rate, "steps/s", against);
            }
        }
    }

    private static async Task<double> MeasureAsync(string name, int workers, int runs)
    {
        using var opened = await Stores.OpenAsync(name);
        var store = new RunStore(opened.Database);
        var kinds = new RunKinds(new CountingKind());
        var worker = new RunWorker(new SortableIds(TimeProvider.System), TimeProvider.System, new RunBell());
        var desk = new RunDesk(store, kinds, worker.Ids, worker.Bell);
        List<RunId> started = [];
        for (var i = 0; i < runs; i++) started.Add((await desk.StartAsync(new(CountingKind.Called, "Counts", RunJson.Write(new Left(StepsOfARun))), default)).Id);
        var loop = new RunLoop(store, kinds, worker, new());
        var start = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(started, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (run, stop) => await loop.RunOneAsync(run, stop));
        var elapsed = TimeProvider.System.GetElapsedTime(start);
        return runs * StepsOfARun / elapsed.TotalSeconds;
    }
}
