using CourseGen.Sandbox.Bubblewrap;
using CourseGen.SandboxTests.Attacks;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>Bubblewrap engines for the attacks.</summary>
public class BubblewrapArena(BuiltPrograms programs) : Arena(programs, Corpus.Chosen)
{
    protected override int LearnerUser => Slots.Learner;

    protected override async Task<Lane> StartLaneAsync(CancellationToken cancellation)
    {
        var lane = new BubblewrapLane();
        await lane.StartAsync(cancellation);
        return lane;
    }
}

/// <summary>The attacks, on the bubblewrap engine.</summary>
public sealed class BubblewrapAttacks(BubblewrapArena arena) : AttackTheory(arena), IClassFixture<BubblewrapArena>
{
    public static TheoryData<string> Attacks => NamesOf(Corpus.Chosen);

    [Theory]
    [MemberData(nameof(Attacks))]
    public Task An_attack_comes_to_nothing(string name) => TryAsync(name);
}
