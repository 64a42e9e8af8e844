using Shouldly;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>The corpus itself: nothing in it is forgotten, and every program says what it is.</summary>
public sealed class CorpusTests
{
    private static readonly string[] Families =
        ["escape", "exhausting", "forging", "kernel", "killing", "leftovers", "network", "reading"];

    [Fact]
    public void There_are_at_least_150_attacks_of_eight_families()
    {
        Corpus.All.Count.ShouldBeGreaterThanOrEqualTo(150);
        Corpus.All.Select(attack => attack.Family).Distinct(StringComparer.Ordinal).ShouldBe(Families, ignoreOrder: true);
    }

    [Fact]
    public void Every_attack_says_what_it_tries_and_what_it_aims_at() =>
        Corpus.All.Where(attack => attack.Tries.Length < 10 || attack.Intact.Length == 0).ShouldBeEmpty();

    [Fact]
    public void What_an_attack_aims_at_is_looked_at_where_it_runs() =>
        Corpus.All.Where(attack => attack.Intact.Contains(Intact.Verdict) && attack.Side != Place.Called && attack.Collect.Length == 0 && attack.Gap is null)
            .ShouldBeEmpty();

    [Fact]
    public void Every_program_says_that_it_tried() =>
        Corpus.All.Where(attack => !File.ReadAllText(attack.File).Contains("TRIED", StringComparison.Ordinal)
            && !File.ReadAllText(attack.File).Contains("tried()", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Gaps_are_few_and_stand_in_the_threat_model()
    {
        var gaps = Corpus.All.Where(attack => attack.Gap is not null).ToList();
        gaps.Count.ShouldBeLessThan(10);
        var model = File.ReadAllText(Path.Combine(Corpus.Folder, "..", "SECURITY.md"));
        gaps.Where(attack => !model.Contains(attack.Gap!, StringComparison.Ordinal)).Select(attack => attack.Gap).ShouldBeEmpty();
    }
}
