using CourseGen.Models;

namespace CourseGen.Tests.Models;

/// <summary>A budget without a ceiling, which keeps what it is charged with.</summary>
internal sealed class Bill : IBudget
{
    public List<CallRecord> Charged { get; } = [];

    public Task RequireRoomAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task ChargeAsync(CallRecord call)
    {
        Charged.Add(call);
        return Task.CompletedTask;
    }
}
