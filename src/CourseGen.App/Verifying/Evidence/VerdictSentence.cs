using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>Says in one sentence what the evidence comes to.</summary>
public static class VerdictSentence
{
    public static string Of(Evidence evidence)
    {
        if (!evidence.Certified)
        {
            var count = evidence.Findings.Count;
            return count == 1 ? "One thing keeps this course from being certified." : $"{count} things keep this course from being certified.";
        }

        var cells = evidence.Matrix.Cells;
        var rows = cells.Select(cell => cell.Row.Name).Distinct(StringComparer.Ordinal).Count();
        var suites = cells.Select(cell => cell.Target.Suite).Distinct().Count();
        var seen = $"{Counted(rows, "variant")} {(rows == 1 ? "was" : "were")} run against {Counted(suites, "suite")}: right work always passed, and wrong work never did.";
        return LeftOut(evidence) is { Count: > 0 } left ? $"{seen} {string.Join(", ", left)} {(left.Count == 1 ? "was" : "were")} left out." : seen;
    }

    /// <summary>The deliverables that were not run, because certification was limited to others.</summary>
    public static IReadOnlyList<string> LeftOut(Evidence evidence) => evidence.Matrix.Cells.Count == 0
        ? []
        : [.. evidence.Manifest.Deliverables.Select(one => one.Id).Where(id => evidence.Matrix.Cells.All(cell => cell.Target.Suite.Deliverable != id))];

    /// <summary>A number and its noun.</summary>
    public static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
