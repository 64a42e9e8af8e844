using CourseGen.Sandbox;

namespace CourseGen.SandboxTests.Contract;

/// <summary>The second mode of this program: it opens a session, starts something that never ends, and waits.</summary>
internal static class EngineOwner
{
    public const string Mode = "own-an-engine";

    /// <summary>What it prints when everything runs.</summary>
    public const string Ready = "ready";

    public static async Task<int> RunAsync(ISandbox engine)
    {
        await using var sandbox = engine;
        await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, CancellationToken.None);
        await using var service = await session.StartAsync(
            Sample.Script("echo begun >/exchange/begun; sleep 1000 & sleep 1000"), CancellationToken.None);
        await session.RunAsync(Side.Checker, Sample.Script("as-learner true; until [ -e /exchange/begun ]; do :; done"), CancellationToken.None);
        Console.WriteLine(Ready);
        await service.Completion;
        return 0;
    }
}
