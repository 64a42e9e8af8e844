using CourseGen.Storage.Postgres;
using Quartz;

namespace CourseGen.Bench.Engine;

/// <summary>Quartz alone on PostgreSQL: empty jobs scheduled and fired per second. The yardstick of the other benches.</summary>
internal sealed class QuartzBench : Measurement
{
    private const int Jobs = 150;
    private const int Threads = 4;

    /// <summary>What was measured last, in jobs per second; 0: nothing yet.</summary>
    public static double Fired { get; private set; }

    public override string Name => "Quartz alone";

    public override async IAsyncEnumerable<Measured> MeasureAsync()
    {
        using var opened = await Stores.OpenAsync("PostgreSQL");
        var connection = ((PostgresDatabase)opened.Database).ConnectionString;
        await using var factory = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceId = "bench");
            quartz.UseDefaultThreadPool(Threads);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(PostgresDatabase.Provider, connection);
                store.UseClustering();
                store.ProvisionSchema();
            });
            quartz.AddJobType(_ => new Nothing());
        }).Build();
        var scheduler = await factory.GetScheduler();
        await scheduler.Start();
        await FireAsync(scheduler, "warm", 20);
        var start = TimeProvider.System.GetTimestamp();
        await FireAsync(scheduler, "job", Jobs);
        Fired = Jobs / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        await scheduler.Shutdown();
        yield return new($"empty jobs, {Threads} threads", Fired, "jobs/s");
    }

    private static async Task FireAsync(IScheduler scheduler, string name, int jobs)
    {
        using var fired = new CountdownEvent(jobs);
        Nothing.Done = () => fired.Signal();
        for (var i = 0; i < jobs; i++)
            await scheduler.ScheduleJob(JobBuilder.Create<Nothing>().WithIdentity($"{name}_{i}").Build(), TriggerBuilder.Create().WithIdentity($"{name}_{i}").StartNow().Build());
        while (!fired.IsSet) await Task.Delay(10);
    }

    private sealed class Nothing : IJob
    {
        public static Action Done { get; set; } = () => { };

        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            Done();
            return ValueTask.CompletedTask;
        }
    }
}
