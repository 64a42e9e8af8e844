using CourseGen.Sandbox.Bubblewrap;
using CourseGen.SandboxTests.Contract;
using Shouldly;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>An engine for all tests of a class. When it is gone, nothing of it may be left.</summary>
public sealed class BubblewrapEngine : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public BubblewrapSandbox Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sandbox = await BubblewrapSandbox.StartAsync(new() { WorkFolder = _folder.Path, SessionsFolder = null }, CancellationToken.None);
        Sandbox.Report.Usable.ShouldBeTrue(string.Join('\n', Sandbox.Report.Guarantees));
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Leftovers.Of(_folder.Path).ShouldBeEmpty();
        _folder.Dispose();
    }
}
