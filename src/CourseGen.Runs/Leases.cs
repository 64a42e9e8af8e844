namespace CourseGen.Runs;

/// <summary>A worker's wish for a lease.</summary>
/// <param name="Owner">Who; new for every claim, so that an owner is never two workers.</param>
/// <param name="Length">How long the lease holds unless it is renewed.</param>
public sealed record Claim(string Owner, TimeSpan Length);

/// <summary>What a worker learns when it renews its lease.</summary>
public enum LeaseState
{
    /// <summary>It is still the worker's.</summary>
    Held,

    /// <summary>It is still the worker's, and somebody wants the run to be cancelled.</summary>
    CancelRequested,

    /// <summary>It is not the worker's any more.</summary>
    Lost,
}
