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
        .. PromiseRules.Apply(bundle.Manifest, matrix),
    ];

    /// <summary>What a baseline matrix shows that a person should know and that refuses nothing.</summary>
    public static IReadOnlyList<string> NotesOf(Manifest manifest, Matrix matrix) => [.. PromiseRules.Notes(manifest, matrix)];

    /// <summary>Ids of the checks that did not pass.</summary>
    internal static IEnumerable<string> NotPassed(SuiteResult result) =>
        result.Checks.Where(check => !check.Passed).Select(check => check.Id);

    /// <summary>The suite's own words on its first check that did not pass.</summary>
    public static string FirstTrouble(SuiteResult result) =>
        result.Ending is not SuiteEnding.Completed ? result.Ending.Sentence
        : result.Checks.FirstOrDefault(check => !check.Passed) is { } check ? $"{check.Id}: {check.Message}" : "no check was reported";
}
