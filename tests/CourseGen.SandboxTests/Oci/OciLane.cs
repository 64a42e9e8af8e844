using CourseGen.Sandbox;
using CourseGen.Sandbox.Oci;
using CourseGen.SandboxTests.Attacks;
using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Oci;

/// <summary>A container engine of ours with a work folder of its own.</summary>
internal sealed class OciLane : Lane
{
    private readonly TemporaryFolder _folder = new();
    private OciSandbox? _sandbox;

    public override ISandbox Sandbox => _sandbox!;

    public async Task StartAsync(CancellationToken cancellation) =>
        _sandbox = await OciSandbox.StartAsync(new OciOptions { WorkFolder = _folder.Path }, cancellation);

    /// <remarks>The one folder there carries the name of the engine's owner.</remarks>
    public override Task<IReadOnlyList<string>> LeftoversAsync() =>
        DockerLeftovers.OfAsync(Path.GetFileName(Directory.EnumerateDirectories(_folder.Path).Single()));

    /// <remarks>Everything of the engine runs in containers, whose memory is limited.</remarks>
    public override IReadOnlyList<string> Swollen() => [];

    public override async ValueTask DisposeAsync()
    {
        await _sandbox!.DisposeAsync();
        _folder.Dispose();
    }
}
