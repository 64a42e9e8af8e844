using CourseGen.Sandbox;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.SandboxTests.Attacks;
using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>A bubblewrap engine with a work folder of its own.</summary>
internal class BubblewrapLane : Lane
{
    // A shell of the engine takes two or three megabytes.
    private const int SwollenKilobytes = 20_000;

    private readonly TemporaryFolder folder = new();
    private BubblewrapSandbox? sandbox;

    public override ISandbox Sandbox => sandbox!;

    /// <summary>The folder that the engine works in.</summary>
    protected string WorkFolder => folder.Path;

    public async Task StartAsync(CancellationToken cancellation) =>
        sandbox = await BubblewrapSandbox.StartAsync(new BubblewrapOptions { WorkFolder = folder.Path }, cancellation);

    public override Task<IReadOnlyList<string>> LeftoversAsync() => Task.FromResult(Leftovers.OfSessions(folder.Path));

    public override IReadOnlyList<string> Swollen() => Leftovers.LargerThan(SwollenKilobytes, folder.Path);

    public override async ValueTask DisposeAsync()
    {
        await sandbox!.DisposeAsync();
        folder.Dispose();
    }
}
