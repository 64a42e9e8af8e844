namespace CourseGen.Runs;

/// <summary>
/// One step of a run kind. The object is shared by all runs, so it keeps nothing between executions; what must survive a
/// crash goes through the context. After a crash the same attempt is executed again from its beginning.
/// </summary>
public interface IStep<TState>
{
    /// <summary>Does the work.</summary>
    /// <exception cref="OutsideTrouble">Trouble outside; the engine retries as the exception says.</exception>
    Task<StepResult> ExecuteAsync(StepContext<TState> context, CancellationToken cancellation);
}
