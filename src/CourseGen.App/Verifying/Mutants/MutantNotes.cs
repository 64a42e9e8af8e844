using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>What an author should know of mutants, though it refuses nothing.</summary>
internal static class MutantNotes
{
    public static IEnumerable<string> Of(MutationPolicy policy, Mutation mutation)
    {
        if (mutation.NotRun.Length > 0) yield break;
        if (mutation.Telling == 0) yield return "No mutant says anything about the hidden suites, so nothing but the course's own variants shows that they are strong.";
        foreach (var named in policy.Equivalent)
        {
            var outcome = mutation.Outcomes.FirstOrDefault(one => one.Mutant.Id == named.Id && one.Mutant.File == named.File);
            if (outcome is null) yield return $"mutation.equivalent names {named.Id} of {named.File}, which is not among the mutants of this seed.";
            else if (outcome.Fate == MutantFate.Killed) yield return $"mutation.equivalent names {named.Id} of {named.File}, which {outcome.KilledBy} kills: it is not equivalent.";
        }
    }
}
