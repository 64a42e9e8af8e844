using System.Globalization;
using CourseGen.Bench.Harness;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Bubblewrap;

namespace CourseGen.Bench.Boxes;

/// <summary>A native engine with an open session, and a layer as prepared dependencies leave it.</summary>
internal sealed class Yard : IAsyncDisposable
{
    public const int Files = 2000;
    public const int Megabytes = 30;

    /// <summary>How Python runs the tests of a folder, which comes last.</summary>
    public static readonly string[] TestRun = ["-B", "-m", "unittest", "discover", "-q", "-s"];

    // About as much as a small suite.
    private const string Tests = """
        import unittest

        class Sums(unittest.TestCase):
            def test_sums(self):
                for size in range(6000):
                    with self.subTest(size=size):
                        self.assertEqual(sum(range(size)), size * (size - 1) // 2)
        """;

    private static readonly Limits Limits = new(
        Cpu: TimeSpan.FromSeconds(10), MemoryBytes: 256 << 20, Processes: 64, DiskBytes: 64 << 20, OutputBytes: 1 << 20);

    // In memory, as workspaces are.
    private readonly DirectoryInfo _folder;
    private readonly ISandbox _engine;
    private readonly ISession _open;
    private ISession? _ahead;
    private int _copies;

    private Yard(DirectoryInfo folder, ISandbox engine, Layer dependencies, ISession open)
    {
        _folder = folder;
        _engine = engine;
        _open = open;
        Dependencies = dependencies;
    }

    /// <summary>The layer.</summary>
    public Layer Dependencies { get; }

    public static async Task<Yard> OpenAsync()
    {
        var engine = await BubblewrapSandbox.StartAsync(new(), CancellationToken.None);
        var folder = Directory.CreateDirectory(Path.Combine("/dev/shm", $"coursegen-bench-{Environment.ProcessId}"));
        var files = folder.CreateSubdirectory("dependencies");
        for (var number = 0; number < Files; number++)
        {
            var package = files.CreateSubdirectory($"package-{number / 50}");
            await File.WriteAllBytesAsync(Path.Combine(package.FullName, $"file-{number}"), new byte[Megabytes * 1024 * 1024 / Files]);
        }

        var tests = folder.CreateSubdirectory("tests");
        await File.WriteAllTextAsync(Path.Combine(tests.FullName, "test_sums.py"), Tests);
        var layer = await engine.KeepFolderAsync(files.FullName, CancellationToken.None);
        return new(folder, engine, layer, await OpenAsync(engine, [await engine.KeepFolderAsync(tests.FullName, CancellationToken.None)]));
    }

    /// <summary>The folder of the tests that the open session has in its workspace.</summary>
    public string TestsOnHost => Path.Combine(_folder.FullName, "tests");

    /// <summary>Runs a program in the open session.</summary>
    public Task RunAsync(Side side, params string[] program) => RunAsync(_open, side, program);

    /// <summary>Opens a session, runs a program, and throws it away.</summary>
    public async Task OneShotAsync(params string[] program)
    {
        await using var session = await OpenAsync(_engine, []);
        await RunAsync(session, Side.Learner, program);
    }

    /// <summary>Makes ready for a program in the open session.</summary>
    public Task MakeReadyAsync() => MakeReadyAsync(_open);

    /// <summary>Opens a session and makes ready for a program in it.</summary>
    public async Task OpenAheadAsync()
    {
        if (_ahead is not null)
            await _ahead.DisposeAsync();
        _ahead = await OpenAsync(_engine, []);
        await MakeReadyAsync(_ahead);
    }

    /// <summary>Runs a program in the session that was opened ahead.</summary>
    public Task RunAheadAsync(params string[] program) => RunAsync(_ahead!, Side.Learner, program);

    /// <summary>Opens a session, runs a program in each of its boxes, and throws it away.</summary>
    public async Task TwoBoxesAsync(params string[] program)
    {
        await using var session = await OpenAsync(_engine, []);
        await Task.WhenAll(RunAsync(session, Side.Learner, program), RunAsync(session, Side.Checker, program));
    }

    public async Task OpenAndCloseAsync(IReadOnlyList<Layer> layers)
    {
        await using var session = await OpenAsync(_engine, layers);
    }

    /// <summary>What a workspace without layers costs.</summary>
    public Task CopyAsync() =>
        Shop.RunAsync("cp", ["-r", Path.Combine(_folder.FullName, "dependencies"), Path.Combine(_folder.FullName, $"copy-{_copies++}")]);

    /// <summary>How much memory each session takes that is open and waits, in bytes: of this process, and of the programs that hold it.</summary>
    public async Task<(double Ours, double Holders)> MemoryOfWaitingAsync(int count)
    {
        var (before, others) = (GC.GetTotalMemory(forceFullCollection: true), OfDescendants());
        var sessions = new List<ISession>();
        for (var number = 0; number < count; number++) sessions.Add(await OpenAsync(_engine, []));
        var taken = ((GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count, (OfDescendants() - others) / (double)count);
        foreach (var session in sessions) await session.DisposeAsync();
        return taken;
    }

    // Each page is shared out among the processes that have it.
    private static long OfDescendants()
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _))
            .Select(name => (Id: name!, Parent: Field($"/proc/{name}/status", "PPid:"))).ToLookup(one => $"{one.Parent}", one => one.Id, StringComparer.Ordinal);
        return Of($"{Environment.ProcessId}");

        long Of(string id) => parents[id].Sum(child => Field($"/proc/{child}/smaps_rollup", "Pss:") * 1024 + Of(child));
    }

    private static long Field(string file, string name)
    {
        try
        {
            var line = File.ReadLines(file).First(line => line.StartsWith(name, StringComparison.Ordinal));
            return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.Integer, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ahead is not null) await _ahead.DisposeAsync();
        await _open.DisposeAsync();
        await _engine.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    // Whoever makes ready is not told when that is done.
    private static Task MakeReadyAsync(ISession session)
    {
        session.MakeReady(Side.Learner);
        return Task.Delay(TimeSpan.FromMilliseconds(30));
    }

    internal static Task<ISession> OpenAsync(ISandbox engine, IReadOnlyList<Layer> layers) =>
        engine.OpenAsync(new SessionSpec { Layers = layers, Limits = Limits }, CancellationToken.None);

    internal static async Task RunAsync(ISession session, Side side, string[] program)
    {
        var result = await session.RunAsync(side, new Command { Arguments = program, Phase = "bench", Wall = TimeSpan.FromSeconds(20) }, CancellationToken.None);
        if (!result.Succeeded) throw new InvalidOperationException($"{string.Join(' ', program)}: {result.Ending}");
    }
}
