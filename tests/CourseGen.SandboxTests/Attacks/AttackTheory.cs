using Shouldly;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>Every attack of the corpus, on one engine. One test class per engine derives from it.</summary>
public abstract class AttackTheory(Arena arena)
{
    // To work on a few of them: the beginning of their names.
    private const string OnlyVariable = "COURSEGEN_ATTACKS";

    public static TheoryData<string> Attacks =>
    [
        .. Corpus.All.Select(attack => attack.Name)
            .Where(name => name.StartsWith(Environment.GetEnvironmentVariable(OnlyVariable) ?? "", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_comes_to_nothing(string name)
    {
        var attack = Corpus.All.Single(one => one.Name == name);
        var outcome = await arena.OutcomeOf(attack);
        outcome.HasTried.ShouldBeTrue($"{name} did not get as far as its attempt\n{outcome.Transcript}");
        if (attack.Gap is null)
            outcome.Breaches.ShouldBeEmpty(outcome.Transcript);
        else
            outcome.Breaches.ShouldNotBeEmpty($"{name} is no gap any more: take it out of SECURITY.md, and `gap` out of the program\n{outcome.Transcript}");
    }
}
