using System.Diagnostics;
using CourseGen.Bench.Harness;
using CourseGen.Sandbox;

namespace CourseGen.Bench.Boxes;

/// <summary>What a box costs: each way to run a small program once, in turns, so that a slow moment of the machine meets all of them.</summary>
internal sealed class SandboxBench : Measurement
{
    private const int Rounds = 60;
    private const int Waiting = 40;

    // The namespaces and folders that a box has, without its limits, its filter, its workspace and its checker.
    private static readonly string[] BareBox =
    [
        "--unshare-all", "--die-with-parent", "--new-session", "--as-pid-1", "--hostname", "box", "--clearenv", "--cap-drop", "ALL",
        "--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
        "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--", "/usr/bin/true",
    ];

    public override string Name => "sandbox";

    public override async IAsyncEnumerable<Measured> MeasureAsync()
    {
        await using var yard = await Yard.OpenAsync();
        var race = new Race();
        race.Add("bare program", () => Shop.RunAsync("true", []));
        race.Add("bare bubblewrap", () => Shop.RunAsync("bwrap", BareBox));
        race.Add("a command of an open session", () => yard.RunAsync(Side.Learner, "true"));
        race.Add("a call from the checker's box to the learner's", () => yard.RunAsync(Side.Checker, "as-learner", "true"));
        race.Add("a session for one command", () => yard.OneShotAsync("true"));
        race.Add("a session over nothing", () => yard.OpenAndCloseAsync([]));
        race.Add($"a session over {Yard.Files} files, {Yard.Megabytes} MB", () => yard.OpenAndCloseAsync([yard.Dependencies]));
        race.Add("cp -r of these files into memory", yard.CopyAsync);
        race.Add("bare python3", () => Shop.RunAsync("/usr/bin/python3", ["-c", "pass"]));
        race.Add("python3 in an open session", () => yard.RunAsync(Side.Learner, "/usr/bin/python3", "-c", "pass"));
        await using var image = await PlainContainer.MakeAsync();
        race.Add("docker run", () => image.RunAsync("/usr/bin/true"));
        using var runtime = await PlainRuntime.MakeAsync();
        race.Add(runtime.Name, runtime.RunAsync);

        var medians = await race.RunAsync(Rounds);

        string Times(string one, string other) => $"{medians[one] / medians[other]:F2} × {other}";
        yield return Row("bare program");
        yield return Row("bare bubblewrap", Times("bare bubblewrap", "bare program"));
        yield return Row("a command of an open session", Times("a command of an open session", "bare bubblewrap"));
        yield return Row("a call from the checker's box to the learner's", Times("a call from the checker's box to the learner's", "a command of an open session"));
        yield return Row(runtime.Name);
        yield return Row("docker run");
        yield return Row("a session for one command", $"{Times("a session for one command", runtime.Name)}, {Times("a session for one command", "docker run")}");
        yield return Row("a session over nothing");
        var full = $"a session over {Yard.Files} files, {Yard.Megabytes} MB";
        yield return Row(full, $"{medians[full] - medians["a session over nothing"]:+0.0;-0.0} ms to nothing; {(medians[full] - medians["a session over nothing"]) / medians["cp -r of these files into memory"]:F3} × cp -r");
        yield return Row("cp -r of these files into memory");
        yield return Row("bare python3");
        yield return Row("python3 in an open session", Times("python3 in an open session", "bare python3"));
        var (ours, holders) = await yard.MemoryOfWaitingAsync(Waiting);
        yield return new($"memory of this process for each of {Waiting} open sessions", ours / 1024, "KiB");
        yield return new("memory of the programs that hold one", holders / 1024, "KiB");

        Measured Row(string what, string against = "") => new($"{what}, median of {Rounds}", medians[what] * 1000, "µs", against);
    }
}

/// <summary>Contenders that take turns.</summary>
internal sealed class Race
{
    private readonly List<(string Name, Func<Task> Run, List<double> Took)> _contenders = [];

    public void Add(string name, Func<Task> run) => _contenders.Add((name, run, []));

    /// <summary>Runs all of them once for each round, and once before for the machine's caches.</summary>
    /// <returns>The median of each, in milliseconds.</returns>
    public async Task<IReadOnlyDictionary<string, double>> RunAsync(int rounds)
    {
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (_, run, took) in _contenders)
            {
                var start = Stopwatch.GetTimestamp();
                await run();
                if (round > 0) took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return _contenders.ToDictionary(one => one.Name, one => one.Took.Order().ElementAt(rounds / 2), StringComparer.Ordinal);
    }
}
