using CourseGen.Storage.Postgres;
using Quartz;

namespace CourseGen.Cluster;

/// <summary>Quartz, set up for a node: its tables are in the database of the runs, where it makes them itself.</summary>
internal static class Schedule
{
    private const string Name = "coursegen";
    private const string Provisioning = "coursegen schedule";

    /// <summary>How often a node tells the others that it lives.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);

    public static QuartzSchedulerBuilder Of(PostgresDatabase database, NodeOptions options, string node, Func<WakeJob> job) =>
        QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = Name;
                scheduler.InstanceId = node;
                scheduler.IdleWaitTime = options.Poll;
            });
            quartz.UseDefaultThreadPool(options.Parallel);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(PostgresDatabase.Provider, database.ConnectionString);
                store.UseClustering(cluster => cluster.CheckinInterval = CheckIn);
                // Its threads wait for a database that is gone, and shall not keep a process that has ended.
                store.ConfigureStore(threads => threads.UseBackgroundThreads = true);
                store.ProvisionSchema();
            });
            quartz.AddJobType(_ => job());
            if (options.Kinds.Count > 0) quartz.ServeExecutionGroups([.. options.Kinds]);
        });

    /// <summary>Starts a scheduler. One node at a time, because each makes the tables that are missing.</summary>
    public static Task StartAsync(IScheduler scheduler, PostgresDatabase database, CancellationToken stop) =>
        database.InTurnAsync(Provisioning, () => scheduler.Start(stop).AsTask(), stop);
}
