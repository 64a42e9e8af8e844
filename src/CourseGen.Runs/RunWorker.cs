namespace CourseGen.Runs;

/// <summary>The worker side of a process: who it is, by which clock it works, and what wakes it.</summary>
/// <param name="Ids">Makes every lease owner a new one.</param>
/// <param name="Time">The clock that delays and heartbeats are measured with.</param>
/// <param name="Bell">Rung by the <see cref="RunDesk"/> of the same process.</param>
public sealed record RunWorker(IIds Ids, TimeProvider Time, RunBell Bell)
{
    /// <summary>The process, as <see cref="ProcessMark"/> names it.</summary>
    public string Process { get; init; } = ProcessMark.Here;

    /// <summary>A wish for a lease by an owner that never was before.</summary>
    internal Claim NewClaim(TimeSpan length) => new(ProcessMark.Owner(Process, Ids.Next("lease")), length);
}
