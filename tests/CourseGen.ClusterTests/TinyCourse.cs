using System.Runtime.CompilerServices;
using CourseGen.App.Authoring;
using CourseGen.App.Bundles;
using CourseGen.Runs;

namespace CourseGen.ClusterTests;

/// <summary>The course that adds two numbers, as its recorded authoring ends with it.</summary>
internal static class TinyCourse
{
    /// <summary>What the nodes of a calm authoring end with, in order.</summary>
    public static IReadOnlyList<string> CalmEndings { get; } =
    [
        "planning passed", "authoring_runtime failed", "authoring_repair passed", "authoring_runtime passed", "authoring_tests passed",
        "reviewer_runtime passed", "reviewer_code passed", "reviewer_pedagogy passed", "reviewer_tests failed", "reviewer_repair passed",
        "reviewer_tests passed",
    ];

    public static string Folder { get; } = Here();

    public static string Answers { get; } = Path.Combine(Folder, RecordedAnswers);

    /// <summary>The digest of the bundle that is written every time.</summary>
    public static string Digest { get; } = BundleReader.Read(Folder).Digest;

    private static string RecordedAnswers => Models.Recorded.RecordedModel.Answers;

    /// <summary>An authoring run whose questions go to a model of the run's own name.</summary>
    public static RunStart Start(string name, ModelServer models)
    {
        var brief = BriefReader.Read("brief.yaml", File.ReadAllBytes(Path.Combine(Folder, "brief.yaml")));
        return new(AuthoringGraph.KindName, brief.Title, RunJson.Write(new AuthoringInput(brief, new("openai", name, models.Address))), new(name));
    }

    private static string Here([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../CourseGen.Tests/Authoring/AddNumbers"));
}
