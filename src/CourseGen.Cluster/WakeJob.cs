using CourseGen.Runs;
using Quartz;

namespace CourseGen.Cluster;

/// <summary>
/// Wakes a worker for the run that the job is named by. What happens then is the run loop's; if it finds nothing to do,
/// nothing happens.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class WakeJob(RunLoop loop, Shift shift) : IJob
{
    private const string Group = "runs";

    public static JobKey KeyOf(RunId run) => new(run.Value, Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await loop.RunNowAsync(new RunId(context.JobDetail.Key.Name), shift.End);
        }
        catch (OperationCanceledException) when (shift.End.IsCancellationRequested)
        {
            // The node stops; it has given the lease back.
        }
        catch (OutsideTrouble trouble)
        {
            // The run is as it was, and is woken again when the node finds it ready. Not to be tried before, the job waits
            // where it would work.
            await shift.WaitOutAsync(trouble);
        }
    }
}
