using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using CourseGen.Sandbox;

namespace CourseGen.Tests.Verifying;

/// <summary>
/// The real sandbox, which runs everything really, and once: when the same command is to run again on the same files
/// with the same limits, what came the first time comes back. A test can so certify many bundles that differ in one
/// file, or live through one run hundreds of times. For command courses; nothing random may be judged through it.
/// </summary>
internal sealed class RememberingSandbox(ISandbox real) : ISandbox
{
    private const string ReportVariable = "COURSEGEN_REPORT";
    private readonly ConcurrentDictionary<string, Lazy<Task<Layer>>> _layers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Memory>>> _memories = new(StringComparer.Ordinal);

    public EngineReport Report => real.Report;

    /// <summary>How many commands were really run.</summary>
    public int Commands => _memories.Count;

    public Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation) =>
        _layers.GetOrAdd(ContentOf(folder), _ => new(() => real.KeepFolderAsync(folder, CancellationToken.None))).Value;

    // What was kept once comes back when it is to be kept again.
    public Task DropAsync(IReadOnlyCollection<Layer> layers) => Task.CompletedTask;

    public Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation) => Task.FromResult<ISession>(new Session(this, spec));

    // The engine belongs to whoever made it.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string ContentOf(string folder)
    {
        var text = new StringBuilder();
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        var paths = new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToFullPath(), all)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || IsLink(ref entry),
            // A link to a folder above it has no end.
            ShouldRecursePredicate = (ref entry) => !IsLink(ref entry),
        };
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var file = new FileInfo(path);
            var content = file.LinkTarget ?? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
            text.Append(Path.GetRelativePath(folder, path)).Append(' ').Append(file.LinkTarget is null ? file.UnixFileMode : UnixFileMode.None).Append(' ').Append(content).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static string KeyOf(SessionSpec spec, Side side, Command command)
    {
        var text = new StringBuilder($"{side} {command.Phase} {command.Wall} {command.LearnerCpu} {spec.Limits} {spec.HostNetwork}\n");
        text.AppendJoin(' ', command.Arguments).Append('\n').AppendJoin(' ', spec.Layers.Select(layer => layer.Id)).Append('\n').AppendJoin(' ', spec.Absent).Append('\n');
        foreach (var (name, value) in spec.LearnerEnvironment.Concat(command.Environment.Where(one => one.Key != ReportVariable)).OrderBy(one => one.Key, StringComparer.Ordinal))
            text.Append(name).Append('=').Append(value).Append('\n');
        foreach (var mount in spec.CheckerMounts) text.Append(mount.BoxPath).Append('\n').Append(ContentOf(mount.HostFolder));
        return text.ToString();
    }

    private async Task<Memory> RunAsync(SessionSpec spec, Side side, Command command)
    {
        await using var session = await real.OpenAsync(spec, CancellationToken.None);
        var result = await session.RunAsync(side, command, CancellationToken.None);
        var layer = side == Side.Learner && result.Succeeded ? await session.KeepChangesAsync(CancellationToken.None) : null;
        CollectedFile report = command.Environment.TryGetValue(ReportVariable, out var path)
            ? await session.ReadReportAsync(Path.GetFileName(path), 4 * 1024 * 1024, CancellationToken.None)
            : new CollectedFile.Missing();
        return new(result, layer, report, session.UsageOf(Side.Learner));
    }

    private sealed record Memory(CommandResult Result, Layer? Changes, CollectedFile Report, Usage Usage);

    private sealed class Session(RememberingSandbox sandbox, SessionSpec spec) : ISession
    {
        private Memory? _memory;

        private Memory Ran => _memory ?? throw new NotSupportedException("Nothing was run in this session yet.");

        public Usage UsageOf(Side side) => Ran.Usage;

        public async Task<CommandResult> RunAsync(Side side, Command command, CancellationToken cancellation)
        {
            if (_memory is not null) throw new NotSupportedException("A session that remembers runs one command.");
            var once = sandbox._memories.GetOrAdd(KeyOf(spec, side, command), _ => new(() => sandbox.RunAsync(spec, side, command)));
            _memory = await once.Value;
            return _memory.Result;
        }

        public Task<IRunningCommand> StartAsync(Command command, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Health> WaitHealthyAsync(IRunningCommand service, int port, string path, TimeSpan within, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Layer> KeepChangesAsync(CancellationToken cancellation) => Task.FromResult(Ran.Changes ?? throw new NotSupportedException("A command that failed leaves no layer."));

        public Task<CollectedFile> ReadReportAsync(string name, int maxBytes, CancellationToken cancellation) => Task.FromResult(Ran.Report);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
