namespace CourseGen.Models;

/// <summary>What one question took so far, over all its tries.</summary>
internal sealed class Tally(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private readonly Lock _adding = new();
    private int _tries;

    public TokenUsage Tokens { get; private set; } = TokenUsage.None;

    /// <summary>Whether something may have been charged for that the provider did not tell.</summary>
    public bool Incomplete { get; private set; }

    public int Tries => Volatile.Read(ref _tries);

    public bool FedBack { get; set; }

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    public void CountTry() => Interlocked.Increment(ref _tries);

    public void Add(TokenUsage usage)
    {
        lock (_adding)
            Tokens = Tokens.Plus(usage);
    }

    public void MarkIncomplete() => Incomplete = true;
}
