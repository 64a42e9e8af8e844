namespace CourseGen.Models;

/// <summary>
/// What may be spent on calls. The gateway asks before every call to a model and never before a recorded answer is
/// replayed; whoever has the budget keeps it where it survives a crash.
/// </summary>
public interface IBudget
{
    /// <summary>Returns when another call may be made.</summary>
    /// <exception cref="ModelException"><see cref="ModelFault.CeilingReached"/>: no call may be made any more.</exception>
    Task RequireRoomAsync(CancellationToken cancellation);

    /// <summary>Counts a call that was made, whatever became of it. Not cancelled: what was spent is spent.</summary>
    Task ChargeAsync(CallRecord call);
}
