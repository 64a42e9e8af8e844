using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>
/// Says what a baseline matrix proves against its bundle. Pure: the same cells give the same findings. A suite that
/// ended by a harness fault says nothing here; the caller refuses to conclude from such a matrix.
/// </summary>
public static class MatrixRules
{
    public static IReadOnlyList<Finding> Apply(Bundle bundle, Matrix matrix) =>
    [
        .. ReferenceRules.Apply(bundle.Manifest, matrix),
        .. UntouchedRules.Apply(matrix),
        .. ProgressRules.Apply(bundle.Manifest, matrix),
        .. WrongSolutionRules.Apply(bundle, matrix),
        .. PromiseRules.Apply(bundle, matrix),
    ];

    /// <summary>What the runs show that a person should know and that refuses nothing.</summary>
    public static IReadOnlyList<string> NotesOf(Evidence evidence)
    {
        // While something else is to be mended, there are no mutants yet that might fail a check.
        var complete = evidence.Certified || evidence.Mutation.NotRun.Length == 0;
        return [.. PromiseRules.Notes(evidence.Manifest, evidence.Matrix), .. WrongSolutionRules.Notes(evidence.Matrix), .. complete ? IdleCheckRules.Notes(evidence.Matrix, evidence.Mutation) : []];
    }

    /// <summary>
    /// Whether not even the reference gets to the suite's end. That has a finding of its own; what other rows show there would
    /// only stand in its way.
    /// </summary>
    internal static bool IsUnfinished(Matrix matrix, SuiteId suite) => OfReference(matrix, suite) is { } one && one.First.Ending is not SuiteEnding.Completed;

    /// <summary>Whether a row has no other trouble with a suite than the reference itself.</summary>
    internal static bool IsTheReferencesTrouble(Matrix matrix, MatrixCell cell) =>
        IsUnfinished(matrix, cell.Target.Suite)
        || (OfReference(matrix, cell.Target.Suite) is { Passed: false } reference && cell.First.Ending is SuiteEnding.Completed && cell.First.FailedIds.All(reference.First.FailedIds.Contains));

    private static MatrixCell? OfReference(Matrix matrix, SuiteId suite) => matrix.Of(RowRole.Reference).FirstOrDefault(cell => cell.Target.Suite == suite);

    /// <summary>Ids of the checks that did not pass.</summary>
    internal static IEnumerable<string> NotPassed(SuiteResult result) =>
        result.Checks.Where(check => !check.Passed).Select(check => check.Id);

    /// <summary>The suite's own words on its first check that did not pass.</summary>
    public static string FirstTrouble(SuiteResult result) =>
        result.Ending is not SuiteEnding.Completed ? result.Ending.Sentence
        : result.Checks.FirstOrDefault(check => !check.Passed) is { } check ? $"{check.Id}: {check.Message}" : "no check was reported";
}
