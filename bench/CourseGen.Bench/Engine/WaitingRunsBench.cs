using CourseGen.Runs;
using CourseGen.Storage;

namespace CourseGen.Bench.Engine;

/// <summary>What runs that wait for a person cost a process that looks for work: memory per run.</summary>
internal sealed class WaitingRunsBench : Measurement
{
    private const int Runs = 2000;

    public override string Name => "waiting runs";

    public override async IAsyncEnumerable<Measured> MeasureAsync()
    {
        foreach (var name in Stores.Names)
        {
            using var opened = await Stores.OpenAsync(name);
            var store = new RunStore(opened.Database);
            var worker = new RunWorker(new SortableIds(TimeProvider.System), TimeProvider.System, new RunBell());
            using var stop = new CancellationTokenSource();
            var looking = LookForWorkAsync(new RunLoop(store, new RunKinds(new CountingKind()), worker, new()), stop.Token);
            await WaitAsync(store, "warm", 50);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await WaitAsync(store, "run", Runs);
            var after = GC.GetTotalMemory(forceFullCollection: true);
            await stop.CancelAsync();
            await looking;
            yield return new($"{name}, {Runs} waiting runs", Math.Max(0, (after - before) / (double)Runs), "bytes each");
        }
    }

    // As a worker does while it has none.
    private static async Task LookForWorkAsync(RunLoop loop, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await loop.FindReadyAsync([], 32, CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(100), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task WaitAsync(RunStore store, string prefix, int runs)
    {
        for (var i = 0; i < runs; i++)
        {
            await store.CreateAsync(
                new() { Id = new($"{prefix}_{i}"), Kind = CountingKind.Called, Title = "Waits", Status = RunStatus.Waiting, Gate = "gate", State = "{}" }, [], default);
        }
    }
}
