using CourseGen.Sandbox.Oci;
using CourseGen.SandboxTests.Attacks;
using CourseGen.Testing;

namespace CourseGen.SandboxTests.Oci;

/// <summary>Container engines for the attacks.</summary>
public sealed class OciArena(BuiltPrograms programs) : Arena(programs, Attacks)
{
    // A session of containers takes several times as long as one of native boxes.
    private static readonly int Stride = Thorough.Stride(48);

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

/// <summary>The attacks, on the OCI engine.</summary>
[Collection(OciEngine.Collection)]
public sealed class OciAttacks(OciArena arena) : AttackTheory(arena), IClassFixture<OciArena>
{
    public static TheoryData<string> Attacks => NamesOf(OciArena.Attacks);

    [Theory]
    [MemberData(nameof(Attacks))]
    public Task An_attack_comes_to_nothing(string name) => TryAsync(name);
}
