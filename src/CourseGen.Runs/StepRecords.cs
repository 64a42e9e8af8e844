namespace CourseGen.Runs;

/// <summary>The durable records of one execution of a step.</summary>
internal sealed class StepRecords(IRunStore store, Run run, CancellationToken cancellation)
    : IStepRecords, IStepItems, IStepCalls
{
    private readonly string _owner = run.LeaseOwner!;
    private readonly string _step = run.Step!;

    public IStepItems Items => this;

    public IStepCalls Calls => this;

    public Task ReportAsync(RunNews news) => store.AppendAsync(run.Id, _owner, [Event(news)], cancellation);

    public Task<string?> FindAsync(string key) => store.FindItemAsync(run.Id, key, cancellation);

    // What was worked or paid for is written down even if the step is being cancelled.
    public Task SaveAsync(string key, string json, RunNews? news = null) => store.SaveItemAsync(
        new RunItem(run.Id, key, RunJson.Checked(json)),
        _owner,
        news is null ? [] : [Event(news)],
        CancellationToken.None);

    public Task<string> OnceAsync(string callKey, Func<CancellationToken, Task<string>> ask) =>
        OnceAsync<string>(callKey, ask);

    // As JSON even if it is a text already: databases do not keep every character of a text, JSON escapes those.
    public async Task<T> OnceAsync<T>(string callKey, Func<CancellationToken, Task<T>> ask)
    {
        var key = new CallKey(run.Id, _step, run.Attempt, callKey);
        return RunJson.Read<T>(
            await store.FindCallAsync(key, cancellation)
            ?? await store.RecordCallAsync(key, RunJson.Write(await ask(cancellation)), CancellationToken.None));
    }

    private EventDraft Event(RunNews news) => Transition.Event(news, _step, run.Attempt);
}
