namespace CourseGen.Runs;

/// <summary>What one execution of a step may write down. The engine's is durable; <c>dry</c> ones (tests) need not be.</summary>
public interface IStepRecords
{
    /// <summary>Checkpoints of the run.</summary>
    IStepItems Items { get; }

    /// <summary>The ledger of outside calls of this step and attempt.</summary>
    IStepCalls Calls { get; }

    /// <summary>Appends an event at once.</summary>
    Task ReportAsync(RunNews news);
}

/// <summary>
/// Checkpoints of a run, shared by all its steps and attempts. The step chooses the keys: one that names the content it
/// was made from is found again by a later attempt, one that names the attempt is not.
/// </summary>
public interface IStepItems
{
    /// <summary>The JSON saved under a key, or null.</summary>
    Task<string?> FindAsync(string key);

    /// <summary>Saves JSON under a key, replacing what was there, and tells the news with it: both or neither.</summary>
    /// <exception cref="RunConflictException">Another worker has the run by now.</exception>
    Task SaveAsync(string key, string json, RunNews? news = null);
}

/// <summary>The ledger of calls that cost money or cannot be undone.</summary>
public interface IStepCalls
{
    /// <summary>
    /// The recorded answer to a call, asking only if there is none. The answer is recorded before it is returned, so a
    /// crash repeats at most the call under way. Steps and attempts have keys of their own: the same key asked by a later
    /// attempt is a new call.
    /// </summary>
    /// <param name="callKey">Names what is asked: the hashes of the input and of the configuration.</param>
    /// <param name="ask">Asks; the token ends with the step.</param>
    Task<string> OnceAsync(string callKey, Func<CancellationToken, Task<string>> ask);

    /// <summary>The same for an answer that is kept as JSON.</summary>
    Task<T> OnceAsync<T>(string callKey, Func<CancellationToken, Task<T>> ask);
}
