using System.Runtime.CompilerServices;
using CourseGen.App.Authoring;
using CourseGen.App.Bundles;
using CourseGen.Models.Recorded;
using CourseGen.Runs;

namespace CourseGen.ClusterTests;

/// <summary>A copy of the course that adds two numbers, with its recorded answers, whose mutants all come to an end.</summary>
/// <remarks>
/// Most mutants of a loop run until a limit stops them. A worker that is killed every few seconds would then mostly wait,
/// and wait again after each kill.
/// </remarks>
internal sealed class TinyCourse : IDisposable
{
    private const string Loop = """while [ "$digits" != 0 ] && [ "${digits#0}" != "$digits" ]; do digits=${digits#0}; done""";
    private const string NoLoop = """digits=${digits#"${digits%%[!0]*}"} digits=${digits:-0}""";

    // Nobody needs it, so that a mutant without it survives; with fewer mutants, one survivor too many.
    private const string NeedlessLine = "    sign=\"\"\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-tiny-");

    public TinyCourse()
    {
        var source = Recorded();
        foreach (var file in Directory.EnumerateFiles(source, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            File.WriteAllText(copy, File.ReadAllText(file).Replace(Loop, NoLoop, StringComparison.Ordinal).Replace(NeedlessLine, "", StringComparison.Ordinal));
        }

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

    private static string Recorded([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../CourseGen.Tests/Authoring/AddNumbers"));
}
