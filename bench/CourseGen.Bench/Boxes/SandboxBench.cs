using CourseGen.Bench.Harness;
using CourseGen.Sandbox;

namespace CourseGen.Bench.Boxes;

/// <summary>What a box costs, against other ways to run a small program once.</summary>
internal sealed class SandboxBench : Measurement
{
    private const int Rounds = 60;

    // Of what takes seconds; a container engine's start of one is a fifth of a second.
    private const int LongRounds = 10;
    private const int AtOnce = 8;
    private const int Waiting = 40;
    private const string Python = "/usr/bin/python3";

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
        await using var image = await PlainContainer.MakeAsync();
        using var runtime = await PlainRuntime.MakeAsync();
        var race = new Race();
        race.Add("bare program", () => Shop.RunAsync("true", []));
        race.Add("bare bubblewrap", () => Shop.RunAsync("bwrap", BareBox), "bare program");
        race.Add(runtime.Name, runtime.RunAsync);
        race.Add("docker run", () => image.RunAsync("/usr/bin/true"));
        race.Add("a command in a session", () => yard.RunAsync(Side.Learner, "true"), "bare bubblewrap");
        race.Add("a call from box to box", () => yard.RunAsync(Side.Checker, "as-learner", "true"), "a command in a session");
        race.Add("a session for one command", () => yard.OneShotAsync("true"), runtime.Name, "docker run");
        race.Add("a command in a session that was made ready for it", yard.OpenAheadAsync, () => yard.RunAheadAsync("true"), "a session for one command");
        race.Add("bare python3", () => Shop.RunAsync(Python, ["-c", "pass"]));
        race.Add("python3 in a session", () => yard.RunAsync(Side.Learner, Python, "-c", "pass"), "bare python3");
        race.Add("python3 in a box that was made ready", () => yard.MakeReadyAsync(), () => yard.RunAsync(Side.Learner, Python, "-c", "pass"), "bare python3");
        race.Add("bare test run", () => Shop.RunAsync(Python, [.. Yard.TestRun, yard.TestsOnHost]));
        race.Add("a test run in a session", () => yard.RunAsync(Side.Learner, [Python, .. Yard.TestRun, "."]), "bare test run");
        race.Add("a session whose boxes run a program each", () => yard.TwoBoxesAsync("true"), "a session for one command");
        race.Add("cp -r of the files", yard.CopyAsync);
        race.Add("a session over nothing", () => yard.OpenAndCloseAsync([]));
        race.Add($"a session over {Yard.Files} files, {Yard.Megabytes} MB", () => yard.OpenAndCloseAsync([yard.Dependencies]), "a session over nothing", "cp -r of the files");
        foreach (var row in await race.RunAsync(Rounds)) yield return row;

        await using var containers = await ContainerYard.OpenAsync();
        var crowds = new Race();
        crowds.Add($"{AtOnce} times {runtime.Name} at once", () => AtOnceAsync(runtime.RunAsync));
        crowds.Add($"{AtOnce} times docker run at once", () => AtOnceAsync(() => image.RunAsync("/usr/bin/true")));
        crowds.Add($"{AtOnce} sessions for one command at once", () => AtOnceAsync(() => yard.OneShotAsync("true")), $"{AtOnce} times {runtime.Name} at once", $"{AtOnce} times docker run at once");
        crowds.Add("one docker run", () => image.RunAsync("/usr/bin/true"));
        crowds.Add("a command in a session of containers", () => containers.RunAsync("true"), "one docker run");
        crowds.Add("a session of containers for one command", () => containers.OneShotAsync("true"), "one docker run");
        foreach (var row in await crowds.RunAsync(LongRounds)) yield return row;

        var (ours, holders) = await yard.MemoryOfWaitingAsync(Waiting);
        yield return new($"memory of this process for each of {Waiting} open sessions", ours / 1024, "KiB");
        yield return new("memory of the programs that hold one", holders / 1024, "KiB");
    }

    private static Task AtOnceAsync(Func<Task> run) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => run()));
}
