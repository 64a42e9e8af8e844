using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>Says in a sentence or two what the mutants came to.</summary>
public static class MutationSentence
{
    public static string Of(Mutation mutation)
    {
        if (mutation.NotRun.Length > 0) return $"None were run. {mutation.NotRun}";
        if (mutation.Outcomes.Count == 0) return "There are none: nothing that the reference adds can be changed by a rule.";
        if (mutation.Score is not { } score) return "Each of them is stillborn or acknowledged as equivalent, so they say nothing.";
        var apart = new[] { (mutation.Count(MutantFate.Acknowledged), "acknowledged as equivalent"), (mutation.Count(MutantFate.Stillborn), "stillborn") }
            .Where(one => one.Item1 > 0).Select(one => $"{one.Item1} {one.Item2}").ToList();
        return $"{mutation.Count(MutantFate.Killed)} of {mutation.Telling} killed ({score:P0}; {mutation.Threshold:P0} needed)"
            + (apart.Count > 0 ? $"; {string.Join(" and ", apart)} besides" : "");
    }
}
