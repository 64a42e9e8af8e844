using System.Collections.Concurrent;
using System.Text;
using CourseGen.Sandbox;

namespace CourseGen.Tests.Teaching;

/// <summary>
/// An engine that runs nothing: it looks at the greeting program and answers as the checks of <see cref="TinyCourse"/>
/// would. For tests that go through publishing and grading hundreds of times or need an engine that fails; what only a
/// real engine can show is tested on one.
/// </summary>
internal sealed class PretendSandbox : ISandbox
{
    private readonly ConcurrentDictionary<string, string?> _programs = new();
    private int _layers;
    private int _sessions;

    /// <summary>How many sessions were opened.</summary>
    public int Sessions => _sessions;

    /// <summary>How many layers it keeps.</summary>
    public int Layers => _programs.Count;

    /// <summary>Whether a session that is opened now fails, which is never the program's doing.</summary>
    public Func<bool> Fails { get; set; } = () => false;

    public EngineReport Report { get; init; } = new("pretend", "1", []);

    public Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation)
    {
        var program = Path.Combine(folder, "greet.sh");
        return Task.FromResult(Keep(File.Exists(program) ? File.ReadAllText(program) : null));
    }

    public Task DropAsync(IReadOnlyCollection<Layer> layers)
    {
        foreach (var layer in layers) _programs.TryRemove(layer.Id, out _);
        return Task.CompletedTask;
    }

    public Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _sessions);
        if (Fails()) throw new SandboxException("The pretended engine failed.");
        return Task.FromResult<ISession>(new Session(this, spec.Layers.Select(layer => _programs[layer.Id]).LastOrDefault(text => text is not null) ?? ""));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Layer Keep(string? program)
    {
        var id = $"layer-{Interlocked.Increment(ref _layers)}";
        _programs[id] = program;
        return new(id);
    }

    private sealed class Session(PretendSandbox sandbox, string program) : ISession
    {
        private byte[]? _report;

        public Usage UsageOf(Side side) => new(TimeSpan.FromMilliseconds(1), 1, 1, 1);

        public Task<CommandResult> RunAsync(Side side, Command command, CancellationToken cancellation) =>
            Task.FromResult(Ended(side == Side.Checker ? Check(command.Environment["COURSEGEN_SUITE"]) : 0));

        public Task<IRunningCommand> StartAsync(Command command, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Health> WaitHealthyAsync(IRunningCommand service, int port, string path, TimeSpan within, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<Layer> KeepChangesAsync(CancellationToken cancellation) => Task.FromResult(sandbox.Keep(null));

        public Task<CollectedFile> ReadReportAsync(string name, int maxBytes, CancellationToken cancellation) =>
            Task.FromResult<CollectedFile>(_report is null ? new CollectedFile.Missing() : new CollectedFile.Content(_report));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private int Check(string suite)
        {
            var hidden = suite == "hidden";
            var says = program.Contains("echo", StringComparison.Ordinal) || program.Contains("printf", StringComparison.Ordinal);
            var greets = program.Contains("\"$1\"", StringComparison.Ordinal) || (!hidden && program.Contains("World", StringComparison.Ordinal));
            var (first, second) = hidden ? ("says_anything", "greets_ada") : ("says_something", "greets_world");
            _report = Encoding.UTF8.GetBytes(
                $$"""
                {"tests":[{"id":"{{first}}","title":"Says something","status":"{{Word(says)}}"},
                {"id":"{{second}}","title":"Greets by name","status":"{{Word(greets)}}","message":"the secret is Ada","diagnostics":["expected Ada","hint: use the argument"]}]}
                """);
            return says && greets ? 0 : 1;
        }

        private static string Word(bool passed) => passed ? "passed" : "failed";

        private static CommandResult Ended(int code) =>
            new(new Ending.Exited(code), ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, TimeSpan.Zero, TimeSpan.Zero);
    }
}
