using CourseGen.SandboxTests.Attacks;
using Shouldly;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>
/// Attacks succeed where their defence is missing. Without this, an attack that is badly written would look like one that
/// was held off.
/// </summary>
public sealed class CounterProof(WeakArena arena) : IClassFixture<WeakArena>
{
    // As many as there must be at least, so that they do not get lost.
    private const int Least = 100;

    /// <summary>Attacks, each with a weakness that it names.</summary>
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var (attack, without) in WeakArena.Pairs)
                pairs.Add(attack.Name, without);
            return pairs;
        }
    }

    [Fact]
    public void Many_attacks_of_every_family_name_their_defence()
    {
        WeakArena.All.Count.ShouldBeGreaterThanOrEqualTo(Least);
        Corpus.All.Where(attack => attack.Without.Length > 0).Select(attack => attack.Family).Distinct(StringComparer.Ordinal)
            .ShouldBe(Corpus.All.Select(attack => attack.Family).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task An_attack_succeeds_where_its_defence_is_missing(string name, string without)
    {
        var attack = Corpus.All.Single(one => one.Name == name);
        var outcome = await arena.OutcomeOf(attack, without);
        outcome.HasTried.ShouldBeTrue(outcome.Transcript);
        outcome.Breaches.ShouldNotBeEmpty($"{name} is held off without {without} too\n{outcome.Transcript}");
        outcome.Breaches.ShouldNotContain(breach => breach.Contains("made the engine fail", StringComparison.Ordinal), outcome.Transcript);
    }
}
