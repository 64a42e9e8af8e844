using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Learning;

/// <summary>What came of grading a commit.</summary>
public abstract record Grade
{
    private Grade()
    {
    }

    /// <summary>It was graded.</summary>
    public sealed record Given(Scorecard Scorecard) : Grade;

    /// <summary>We failed on at least one suite. Nothing is said about the learner's work.</summary>
    public sealed record Ours(string Reason) : Grade;
}

/// <summary>Turns what the suites showed into what a learner may see. Pure.</summary>
public static class ScorecardRules
{
    private const string HintPrefix = "hint:";
    private const int MaxHint = 500;

    /// <summary>The grade that the results of all suites give.</summary>
    /// <param name="results">One result per suite of the course.</param>
    /// <param name="outsideOwned">Files changed that no deliverable owns.</param>
    /// <exception cref="ArgumentException">A suite has no result.</exception>
    public static Grade Of(Manifest manifest, IReadOnlyList<SuiteResult> results, IReadOnlyList<string> outsideOwned)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (results.FirstOrDefault(result => result.Ending.Blame == Blame.Ours) is { } fault) return new Grade.Ours(fault.Ending.Sentence);
        var bySuite = results.ToDictionary(result => result.Suite);
        return new Grade.Given(new([.. manifest.Deliverables.Select(one => ScoreOf(one, bySuite))], outsideOwned));
    }

    private static DeliverableScore ScoreOf(Deliverable deliverable, Dictionary<SuiteId, SuiteResult> results)
    {
        SuiteResult Of(SuiteKind kind) => results.TryGetValue(new(deliverable.Id, kind), out var result)
            ? result
            : throw new ArgumentException($"There is no result for {new SuiteId(deliverable.Id, kind)}.", nameof(results));
        return new(deliverable.Id, deliverable.Title, Visible(Of(SuiteKind.Visible)), Hidden(Of(SuiteKind.Hidden)));
    }

    private static VisibleScore Visible(SuiteResult result) =>
        new(result.Passed, EndingOf(result, result.Ending.Sentence), result.Checks, result.Log);

    private static HiddenScore Hidden(SuiteResult result) => new(
        result.Passed,
        EndingOf(result, result.Ending switch
        {
            // The reason may quote the report.
            SuiteEnding.ReportMalformed => "The hidden checks left no report that can be used; the course's author has to look at it.",
            _ => result.Ending.Sentence,
        }),
        [.. result.Checks.Select(check => new HiddenCheck(check.Title, check.Status, HintOf(check)))]);

    private static ScoreEnding EndingOf(SuiteResult result, string sentence) => new(
        result.Ending.Code, result.Ending.Blame,
        result is { Passed: false, Ending: SuiteEnding.Completed, ProgramLimit: { } limit } ? $"{limit.Sentence} The program was ended for it." : sentence);

    private static string? HintOf(CheckResult check)
    {
        if (check.Passed) return null;
        var line = check.Diagnostics.SelectMany(text => text.Split('\n')).Select(text => text.Trim())
            .FirstOrDefault(text => text.StartsWith(HintPrefix, StringComparison.OrdinalIgnoreCase));
        var hint = line?[HintPrefix.Length..].Trim();
        return string.IsNullOrEmpty(hint) ? null : hint.Length <= MaxHint ? hint : hint[..MaxHint] + " …";
    }
}
