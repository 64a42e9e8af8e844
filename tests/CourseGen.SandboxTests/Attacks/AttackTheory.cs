using Shouldly;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>Attacks of the corpus, on one engine. One test class per engine derives from it.</summary>
public abstract class AttackTheory(Arena arena)
{
    /// <summary>The names of attacks, for a theory.</summary>
    protected static TheoryData<string> NamesOf(IEnumerable<Attack> attacks) => [.. attacks.Select(attack => attack.Name)];

    /// <summary>Runs an attack, and demands that nothing came of it.</summary>
    protected async Task TryAsync(string name)
    {
        var attack = Corpus.All.Single(one => one.Name == name);
        var outcome = await arena.OutcomeOf(attack);
        outcome.HasTried.ShouldBeTrue($"{name} did not get as far as its attempt\n{outcome.Transcript}");
        if (!attack.HasGapIn(arena.Engine))
            outcome.Breaches.ShouldBeEmpty(outcome.Transcript);
        else
            outcome.Breaches.ShouldNotBeEmpty($"{name} is no gap any more: take it out of SECURITY.md, and `gap` out of the program\n{outcome.Transcript}");
    }
}
