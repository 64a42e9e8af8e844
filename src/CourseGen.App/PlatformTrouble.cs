using CourseGen.App.Teaching;
using CourseGen.App.Teaching.Git;
using CourseGen.App.Verifying;
using CourseGen.Runs;
using CourseGen.Sandbox;

namespace CourseGen.App;

/// <summary>What the platform under a step fails with: the sandbox, the harness, git, a disk. It is never a verdict on what the step works on.</summary>
internal static class PlatformTrouble
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Does a step's work. What the platform fails with becomes trouble that is tried again; everything else passes as it is.</summary>
    /// <exception cref="OutsideTrouble">The platform failed.</exception>
    public static async Task<T> AroundAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is HarnessFaultException or SandboxException or SnapshotUnreadableException or GitException or IOException or UnauthorizedAccessException)
        {
            throw new OutsideTrouble(e.Message, new RetryRule.After(Pause), e);
        }
    }
}
