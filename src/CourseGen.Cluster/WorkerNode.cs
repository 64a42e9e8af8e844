using CourseGen.Runs;
using CourseGen.Storage.Postgres;
using Quartz;

namespace CourseGen.Cluster;

/// <summary>
/// One of several machines or processes that work on the runs of one PostgreSQL database. Every node looks for runs that
/// are ready and puts them on Quartz's schedule, one job each; Quartz wakes one node for each. Quartz decides when and
/// where, never what: all it knows may be lost, and the nodes put it together again.
/// </summary>
public sealed class WorkerNode(PostgresDatabase database, RunLoop loop, RunWorker worker, NodeOptions options)
{
    private const int Batch = 32;

    private readonly Sightings _sightings = new(worker.Time);

    /// <summary>Works until it is stopped. Runs under way give their leases back, and other nodes go on with them.</summary>
    /// <exception cref="OutsideTrouble">The store is in trouble that will not go away by itself.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var shift = new Shift(options, worker.Time, stop);
        await using var factory = Schedule.Of(database, options, worker.Ids.Next("node"), () => new WakeJob(loop, shift)).Build();
        var scheduler = await factory.GetScheduler(stop);
        await Schedule.StartAsync(scheduler, database, stop);
        var listening = database.ListenAsync(worker.Bell.Ring, shift.End);
        try
        {
            while (!shift.End.IsCancellationRequested) await WakeOrWaitAsync(scheduler, shift);
        }
        catch (OperationCanceledException) when (shift.End.IsCancellationRequested)
        {
            // That is how a node is stopped.
        }
        finally
        {
            await shift.CloseAsync();
            await EndAsync(scheduler);
            await listening;
        }

        shift.ThrowIfHopeless();
    }

    private async Task EndAsync(IScheduler scheduler)
    {
        try
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).AsTask().WaitAsync(options.TimeToEnd, worker.Time);
        }
        catch (TimeoutException)
        {
            // A job that cannot write down that it is done tries for ever. Nothing hangs on it: its run is found ready again.
        }
    }

    private async Task WakeOrWaitAsync(IScheduler scheduler, Shift shift)
    {
        var stop = shift.End;
        // Taken before looking, so that a ring between looking and waiting is not missed.
        var ring = worker.Bell.NextRing;
        try
        {
            // Only what this node serves: others may have no node, and would fill the batch for ever.
            var ready = await loop.FindReadyAsync(options.Kinds, Batch, stop);
            foreach (var run in _sightings.Of(ready)) await PutOnScheduleAsync(scheduler, run, stop);
            await Task.WhenAny(ring, Task.Delay(options.Poll, worker.Time, stop));
        }
        catch (Exception trouble) when (trouble is SchedulerException or OutsideTrouble)
        {
            await shift.WaitOutAsync(trouble);
        }
    }

    private async Task PutOnScheduleAsync(IScheduler scheduler, Sighting run, CancellationToken stop)
    {
        var job = JobBuilder.Create<WakeJob>().WithIdentity(WakeJob.KeyOf(run.Id)).RequestRecovery().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(run.Id.Value, job.Key.Group).WithExecutionGroup(run.Kind).StartNow().Build();
        try
        {
            await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = run.For > options.Doubt }, stop);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another node was quicker.
        }
    }
}
