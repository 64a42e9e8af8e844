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

    private readonly TemporaryFolder _folder = new();
    private BubblewrapSandbox? _sandbox;

    public override ISandbox Sandbox => Engine;

    /// <summary>The same, as what it is.</summary>
    protected BubblewrapSandbox Engine => _sandbox!;

    /// <summary>The folder that the engine works in.</summary>
    protected string WorkFolder => _folder.Path;

    public async Task StartAsync(CancellationToken cancellation) =>
        _sandbox = await BubblewrapSandbox.StartAsync(new() { WorkFolder = _folder.Path, SessionsFolder = null }, cancellation);

    public override Task<IReadOnlyList<string>> LeftoversAsync() => Task.FromResult(Leftovers.OfSessions(_folder.Path));

    public override IReadOnlyList<string> Swollen() => Leftovers.LargerThan(SwollenKilobytes, _folder.Path);

    public override async ValueTask DisposeAsync()
    {
        await _sandbox!.DisposeAsync();
        _folder.Dispose();
    }
}
