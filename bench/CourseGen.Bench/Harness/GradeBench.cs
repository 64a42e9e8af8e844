using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.Bench.Harness;

/// <summary>How long a learner waits for the result of a deliverable, against the time of the bare suites on this machine.</summary>
internal sealed class GradeBench : Measurement
{
    private const int Samples = 9;
    private const string Deliverable = "shorten";

    private const string Bare = """
        cd "$0"
        .coursegen/runtime/run.sh >/dev/null 2>&1 & server=$!
        for _ in $(seq 200); do curl -fso /dev/null "$BASE_URL$HEALTH" && break; sleep 0.02; done
        "$1/check.sh" >/dev/null; status=$?
        kill $server; wait $server
        exit $status
        """;

    public override string Name => "grade";

    public override async IAsyncEnumerable<Measured> MeasureAsync()
    {
        await using var shop = await Shop.OpenAsync();
        await using var bench = new Workbench(shop.Engine, shop.Bundle);
        var runner = new SuiteRunner(bench, new SortableIds(TimeProvider.System));
        var submissions = 0;
        var race = new Race();
        race.Add($"bare suites of '{Deliverable}'", () => BareAsync(shop));
        race.Add("graded in the sandbox", () => GradeAsync(runner, shop, submissions++), $"bare suites of '{Deliverable}'");
        foreach (var row in await race.RunAsync(Samples)) yield return row;
    }

    // The machine's own programs, as boxes have them.
    private static Dictionary<string, string> Plain => new(StringComparer.Ordinal) { ["PATH"] = "/usr/bin:/bin" };

    private static IEnumerable<SuiteId> Suites => SuiteId.Kinds.Select(kind => new SuiteId(Deliverable, kind));

    // A submission that nobody has seen: every one has a byte of its own.
    private static async Task GradeAsync(SuiteRunner runner, Shop shop, int sample)
    {
        var folder = shop.Workspace("reference");
        await File.AppendAllTextAsync(Path.Combine(folder, "app.py"), $"\n# submission {sample}\n");
        var files = WorkspaceFiles.Of(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), file => new WorkspaceFile(file, File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute)), StringComparer.Ordinal));
        foreach (var suite in Suites)
        {
            var result = await runner.RunAsync(files, suite, Roster.Unknown, CancellationToken.None);
            if (!result.Passed) throw new InvalidOperationException($"{suite}: {result.Ending.Sentence} {result.Log}");
        }
    }

    private static async Task BareAsync(Shop shop)
    {
        var folder = shop.Workspace("reference");
        var runtime = shop.Bundle.Manifest.Runtime;
        await Shop.RunAsync("sh", ["-c", "exec \"$0/.coursegen/runtime/verify.sh\"", folder], Plain);
        foreach (var suite in Suites)
        {
            var checks = Path.Combine(shop.Bundle.Folder, suite.Folder);
            await Shop.RunAsync("sh", ["-c", Bare, folder, checks], new Dictionary<string, string>(Plain, StringComparer.Ordinal)
            {
                ["PORT"] = $"{runtime.Port}",
                ["HEALTH"] = runtime.Health,
                ["BASE_URL"] = $"http://127.0.0.1:{runtime.Port}",
                ["COURSEGEN_CHECKS"] = checks,
                ["COURSEGEN_SHARED"] = Path.Combine(shop.Bundle.Folder, "checks/shared"),
                ["COURSEGEN_REPORT"] = Path.Combine(folder, "report.json"),
            });
        }
    }
}
