using CourseGen.App.Authoring;
using CourseGen.App.Bundles;
using CourseGen.Models.Recorded;
using CourseGen.Runs;
using CourseGen.Testing;

namespace CourseGen.ClusterTests;

/// <summary>A copy of the course that adds two numbers, with its recorded answers.</summary>
internal sealed class TinyCourse : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-tiny-");

    public TinyCourse()
    {
        AddNumbers.CopyTo(Folder, _ => true);
        Digest = BundleReader.Read(Folder).Digest;
    }

    /// <summary>What the nodes of a calm authoring end with, in order.</summary>
    public static IReadOnlyList<string> CalmEndings { get; } =
    [
        "planning passed", "authoring_runtime failed", "authoring_repair passed", "authoring_runtime passed", "authoring_tests passed",
        "reviewer_runtime passed", "reviewer_code passed", "reviewer_pedagogy passed", "reviewer_tests failed", "reviewer_repair passed",
        "reviewer_tests passed",
    ];

    public string Folder => _folder.FullName;

    /// <summary>The folder of the recorded answers.</summary>
    public string Answers => Path.Combine(Folder, RecordedModel.Answers);

    /// <summary>The digest of the bundle that is written every time.</summary>
    public string Digest { get; }

    /// <summary>An authoring run whose questions go to a model of the run's own name.</summary>
    public RunStart Start(string name, ModelServer models)
    {
        var brief = BriefReader.Read("brief.yaml", File.ReadAllBytes(Path.Combine(Folder, "brief.yaml")));
        return new(AuthoringGraph.KindName, brief.Title, RunJson.Write(new AuthoringInput(brief, new("openai", name, models.Address))), new(name));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
