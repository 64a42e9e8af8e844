using CourseGen.Sandbox.Oci;
using CourseGen.SandboxTests.Contract;
using Shouldly;

namespace CourseGen.SandboxTests.Oci;

/// <summary>An engine for all tests of a class. When it is gone, nothing of it may be left.</summary>
/// <remarks>The tests need an engine that answers at DOCKER_HOST: build/with-docker.sh starts one.</remarks>
public sealed class OciEngine : IAsyncLifetime
{
    /// <summary>Tests that look at everything a container engine has do not run side by side.</summary>
    public const string Collection = "oci";

    private readonly TemporaryFolder _folder = new();

    public OciSandbox Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sandbox = await OciSandbox.StartAsync(new OciOptions { WorkFolder = _folder.Path }, CancellationToken.None);
        Sandbox.Report.Usable.ShouldBeTrue(string.Join('\n', Sandbox.Report.Guarantees));
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
        (await DockerLeftovers.AllAsync()).ShouldBeEmpty();
        _folder.Dispose();
    }
}
