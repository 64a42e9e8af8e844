using CourseGen.Domain.Bundles;
using CourseGen.Sandbox;

namespace CourseGen.App.Verifying;

/// <summary>The variables that the bundle contract promises to the programs of a suite.</summary>
internal static class SuiteVariables
{
    /// <summary>What every program of the learner's finds.</summary>
    /// <param name="surroundings">Further variables, which both boxes find.</param>
    public static IReadOnlyDictionary<string, string> OfLearner(Manifest manifest, IReadOnlyDictionary<string, string> surroundings)
    {
        var variables = new Dictionary<string, string>(surroundings, StringComparer.Ordinal)
        {
            ["COURSEGEN_WORKSPACE"] = BoxPaths.Workspace,
            ["COURSEGEN_EXCHANGE"] = BoxPaths.Exchange,
        };
        if (manifest.Surface == Surface.Http) variables["PORT"] = $"{manifest.Runtime.Port}";
        return variables;
    }

    /// <summary>The same, and what the checks find besides.</summary>
    /// <param name="surroundings">Further variables, which both boxes find.</param>
    /// <param name="report">The name of the report file.</param>
    public static IReadOnlyDictionary<string, string> OfChecker(
        Manifest manifest, IReadOnlyDictionary<string, string> surroundings, SuiteId suite, string report)
    {
        var variables = new Dictionary<string, string>(OfLearner(manifest, surroundings), StringComparer.Ordinal)
        {
            ["COURSEGEN_CHECKS"] = SuiteFolders.ChecksPath,
            ["COURSEGEN_DELIVERABLE"] = suite.Deliverable,
            ["COURSEGEN_SUITE"] = suite.KindName,
            ["COURSEGEN_REPORT"] = $"{BoxPaths.Report}/{report}",
        };
        if (suite.Kind == SuiteKind.Hidden) variables["COURSEGEN_SHARED"] = SuiteFolders.SharedPath;
        if (manifest.Surface == Surface.Http) variables["BASE_URL"] = $"http://127.0.0.1:{manifest.Runtime.Port}";
        return variables;
    }
}
