using CourseGen.Sandbox;
using CourseGen.Sandbox.Oci;
using CourseGen.SandboxTests.Attacks;
using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Oci;

/// <summary>Container engines for the attacks.</summary>
public sealed class OciArena() : Arena(Attacks)
{
    // A session of containers takes several times as long as one of native boxes.
    private static readonly int Stride = Corpus.Stride(24);

    /// <summary>The attacks that are tried.</summary>
    public static IReadOnlyList<Attack> Attacks { get; } = [.. Corpus.Chosen.Where((_, index) => index % Stride == 0)];

    protected override int LearnerUser => BoxFlags.BoxUser;

    protected override async Task<Lane> StartLaneAsync(CancellationToken cancellation)
    {
        var lane = new OciLane();
        await lane.StartAsync(cancellation);
        return lane;
    }
}

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

/// <summary>The attacks, on the OCI engine.</summary>
[Collection(OciEngine.Collection)]
public sealed class OciAttacks(OciArena arena) : AttackTheory(arena), IClassFixture<OciArena>
{
    public static TheoryData<string> Attacks => NamesOf(OciArena.Attacks);

    [Theory]
    [MemberData(nameof(Attacks))]
    public Task An_attack_comes_to_nothing(string name) => TryAsync(name);
}
