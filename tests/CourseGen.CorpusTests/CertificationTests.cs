using Shouldly;
using Xunit;

namespace CourseGen.CorpusTests;

/// <summary>The harness certifies every sound bundle, and refuses every defective one for what is wrong with it and nothing else.</summary>
[Collection(CorpusRun.Collection)]
public sealed class CertificationTests(CorpusRun run)
{
    public static TheoryData<string> Sound => [.. Part.Sound.Select(bundle => bundle.Name)];

    public static TheoryData<string> Defective => [.. Part.Defective.Select(bundle => bundle.Name)];

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task A_sound_bundle_is_certified(string name)
    {
        var bundle = Part.Sound.Single(one => one.Name == name);
        bundle.Missing.ShouldBeEmpty("This machine lacks what the bundle needs; make setup installs it.");

        var outcome = await run.OutcomeOf(name);

        outcome.Codes.ShouldBeEmpty($"{outcome}");
    }

    [Theory]
    [MemberData(nameof(Defective))]
    public async Task A_defective_bundle_is_refused_for_what_is_wrong_with_it(string name)
    {
        var bundle = Part.Defective.Single(one => one.Name == name);

        var outcome = await run.OutcomeOf(name);

        bundle.Expected.Codes.Except(outcome.Codes).ShouldBeEmpty($"{bundle.Expected.Change}\nwas not found; the harness said:\n{outcome}");
        outcome.Codes.Except(bundle.Allowed).ShouldBeEmpty($"{bundle.Expected.Change}\ndoes not explain:\n{outcome}");
    }
}
