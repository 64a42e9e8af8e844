namespace CourseGen.Domain.Verdicts;

/// <summary>Hidden suites kill the share of mutants that the course asks for.</summary>
public static class MutationRules
{
    private const int DiffsShown = 5;

    public static IEnumerable<Finding> Apply(Mutation mutation)
    {
        if (mutation.Holds) yield break;
        var survivors = mutation.Of(MutantFate.Survived);
        yield return new(FindingCode.MutantsSurvive, null, null,
            $"The hidden suites kill {mutation.Count(MutantFate.Killed)} of {mutation.Telling} mutants of the reference ({mutation.Score:P0}); {mutation.Threshold:P0} are needed.",
            "Add hidden checks that fail on the survivors. One that does exactly what the reference does goes under mutation.equivalent in course.yaml, by its id and with the reason.",
            new(null, [], Shown(survivors)));
    }

    private static string Shown(IReadOnlyList<MutantOutcome> survivors)
    {
        var more = survivors.Count - DiffsShown;
        return string.Join('\n', survivors.Take(DiffsShown).Select(Shown)) + (more > 0 ? $"\n… and {more} more" : "");
    }

    private static string Shown(MutantOutcome survivor)
    {
        var breaks = survivor.Promises.Count == 0 ? "" : $", probably breaks {string.Join(", ", survivor.Promises)}";
        return $"mutant {survivor.Mutant.Id}{breaks}\n{survivor.Mutant.Diff}";
    }
}
