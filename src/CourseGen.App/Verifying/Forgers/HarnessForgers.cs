using CourseGen.Domain.Bundles;

namespace CourseGen.App.Verifying.Forgers;

/// <summary>
/// Workspaces that try to get a pass without doing the work, brought by the harness to every bundle. They know no
/// language: they act through what a learner controls, as a running program of theirs could at most.
/// </summary>
internal static class HarnessForgers
{
    private const string ExitZero = "harness-exit-zero";
    private const string Report = "harness-report";
    private const string Overwrite = "harness-overwrite";
    private const string Kill = "harness-kill";
    private const string Links = "harness-links";

    /// <summary>The forgers' names, as rows of the matrix.</summary>
    public static readonly IReadOnlyList<string> Names = [ExitZero, Report, Overwrite, Kill, Links];

    private static readonly string[] ReportNames = ["report", "report.json", "report.xml", "junit.xml", "results.xml", "results.json", "output.tap", "test-results.xml"];

    /// <summary>The workspace of one forger, over the bundle's starter.</summary>
    /// <param name="built">Programs that the protocol builds; see <see cref="BuiltPrograms"/>.</param>
    public static WorkspaceFiles Make(string name, Bundle bundle, string folder, IReadOnlyList<string> built)
    {
        var starter = WorkspaceFiles.OfStarter(bundle);
        IReadOnlyList<string> programs = [.. Surfaces(bundle), .. built];
        return name switch
        {
            ExitZero => Everything(starter, "exit 0\n", programs),
            Report => Forge(starter, folder, "report.sh", programs),
            Overwrite => WithCheckScripts(Forge(starter, folder, "overwrite.sh", programs), folder, bundle),
            Kill => Forge(starter, folder, "kill.sh", programs),
            Links => WithLinks(starter),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such forger."),
        };
    }

    // The programs that a suite starts: the server's script, and every file with the run bit.
    private static IEnumerable<string> Surfaces(Bundle bundle) =>
        bundle.Files.Files.Where(file => file is { Executable: true, Link: false } && file.Path.StartsWith("starter/", StringComparison.Ordinal))
            .Select(file => file.Path["starter/".Length..])
            .Where(path => !path.StartsWith("checks/", StringComparison.Ordinal));

    private static WorkspaceFiles Everything(WorkspaceFiles starter, string body, IEnumerable<string> programs) =>
        With(starter.Files, programs.ToDictionary(path => path, _ => "#!/bin/sh\n" + body, StringComparer.Ordinal));

    private static WorkspaceFiles Forge(WorkspaceFiles starter, string folder, string script, IEnumerable<string> programs)
    {
        var files = new Dictionary<string, WorkspaceFile>(starter.Files, StringComparer.Ordinal);
        foreach (var report in ReportNames) files[report] = Write(folder, report, ForgedReport(report), executable: false);
        var body = Script(script);
        return With(files, programs.ToDictionary(path => path, _ => body, StringComparer.Ordinal));
    }

    private static WorkspaceFiles WithCheckScripts(WorkspaceFiles forger, string folder, Bundle bundle)
    {
        var files = new Dictionary<string, WorkspaceFile>(forger.Files, StringComparer.Ordinal);
        var pass = Write(folder, "check.sh", "#!/bin/sh\nexit 0\n", executable: true);
        files["check.sh"] = pass;
        foreach (var suite in bundle.Manifest.Suites) files[$"{suite.Folder}/check.sh"] = pass;
        return With(files, forger.RuntimeOverlay);
    }

    private static WorkspaceFiles WithLinks(WorkspaceFiles starter)
    {
        var files = new Dictionary<string, WorkspaceFile>(starter.Files, StringComparer.Ordinal);
        string[] targets = ["/checks", "/checks/check.sh", "/shared", "/report", "/exchange", "/proc/1/root", "/proc/self/fd", "/run", "../../..", "/etc/passwd"];
        for (var i = 0; i < targets.Length; i++) files[$"link-{i}"] = new("", Executable: false, targets[i]);
        foreach (var report in ReportNames) files[report] = new("", Executable: false, $"/report/{report}");
        return With(files, new Dictionary<string, string>(StringComparer.Ordinal));
    }

    private static WorkspaceFiles With(IReadOnlyDictionary<string, WorkspaceFile> files, IReadOnlyDictionary<string, string> overlay) =>
        WorkspaceFiles.Of(files).With(overlay);

    private static string ForgedReport(string name) => Path.GetExtension(name) switch
    {
        ".xml" => "<testsuite tests=\"1\"><testcase name=\"suite\"/></testsuite>\n",
        ".tap" => "TAP version 14\n1..1\nok 1 - suite\n",
        _ => """{"tests":[{"id":"suite","title":"suite","status":"passed","message":"","diagnostics":[]}]}""",
    };

    private static WorkspaceFile Write(string folder, string name, string text, bool executable)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return new(path, executable);
    }

    private static string Script(string name)
    {
        using var stream = typeof(HarnessForgers).Assembly.GetManifestResourceStream($"CourseGen.App.Verifying.Forgers.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
