namespace CourseGen.Runs;

/// <summary>What a step knows and may do while it executes.</summary>
public sealed class StepContext<TState>
{
    private readonly IStepRecords _records;

    /// <summary>A context of one execution.</summary>
    public StepContext(RunId runId, string step, int attempt, TState state, IStepRecords records)
    {
        ArgumentNullException.ThrowIfNull(records);
        (RunId, Step, Attempt, State, _records) = (runId, step, attempt, state, records);
    }

    /// <summary>The run.</summary>
    public RunId RunId { get; }

    /// <summary>The step's name.</summary>
    public string Step { get; }

    /// <summary>The number of this logical execution; a repeat after a crash has the same.</summary>
    public int Attempt { get; }

    /// <summary>The state of the run; only a decision changes it.</summary>
    public TState State { get; }

    /// <summary>Checkpoints of the run, for steps that work through items.</summary>
    public IStepItems Items => _records.Items;

    /// <summary>The ledger of outside calls of this step and attempt.</summary>
    public IStepCalls Calls => _records.Calls;

    /// <summary>
    /// Appends an event at once. A step that is repeated after a crash reports again; to tell something exactly once,
    /// hand the news to <see cref="IStepItems.SaveAsync"/>.
    /// </summary>
    /// <param name="kind">A written-out event kind of the run kind's own.</param>
    /// <param name="payload">JSON.</param>
    public Task ReportAsync(string kind, string payload) => _records.ReportAsync(new RunNews(kind, payload));
}
