using CourseGen.Runs;
using CourseGen.Storage;

namespace CourseGen.Bench.Engine;

/// <summary>Events appended per second, each in a commit of its own, to one run and to eight at once.</summary>
internal sealed class EventsBench : Measurement
{
    private const int Events = 400;

    public override string Name => "events";

    public override async IAsyncEnumerable<Measured> MeasureAsync()
    {
        foreach (var runs in new[] { 1, 8 })
        {
            foreach (var store in Stores.Names)
            {
                var rate = await MeasureAsync(store, runs);
                yield return new($"{store}, {runs} runs at once", rate, "events/s", QuartzBench.Fired > 0 ? $"{rate / QuartzBench.Fired:F1} × Quartz alone" : "");
            }
        }
    }

    private static async Task<double> MeasureAsync(string name, int runs)
    {
        using var opened = await Stores.OpenAsync(name);
        var store = new RunStore(opened.Database);
        for (var i = 0; i < runs; i++)
        {
            await store.CreateAsync(new() { Id = new($"run_{i}"), Kind = CountingKind.Called, Title = "Tells", Status = RunStatus.Active, State = "{}" }, [], default);
            await store.ClaimAsync(new($"run_{i}"), new($"worker_{i}", TimeSpan.FromMinutes(5)), default);
        }

        var start = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, runs).Select(async i =>
        {
            for (var told = 0; told < Events / runs; told++) await store.AppendAsync(new($"run_{i}"), $"worker_{i}", [new("told")], default);
        }));
        return Events / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
