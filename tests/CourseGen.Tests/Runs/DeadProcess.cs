using System.Diagnostics;
using CourseGen.Runs;

namespace CourseGen.Tests.Runs;

/// <summary>A process of this machine that was alive and is not any more.</summary>
internal static class DeadProcess
{
    /// <summary>The lease owner that the process would have been.</summary>
    public static async Task<string> OwnerAsync(CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo("sleep", "60") { UseShellExecute = false })!;
        var mark = ProcessMark.Join(ProcessMark.Machine(), process.Id, ProcessMark.StartOf(process.Id)!);
        var owner = ProcessMark.Owner(mark, "lease_1");
        if (ProcessMark.IsDead(owner)) throw new InvalidOperationException("A living process is taken for dead.");
        process.Kill();
        await process.WaitForExitAsync(cancellation);
        return owner;
    }
}
