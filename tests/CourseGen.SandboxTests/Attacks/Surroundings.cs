using System.Text;
using CourseGen.Sandbox;
using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>What is around every attack: the host's canaries, a hidden suite, and another learner at work.</summary>
internal sealed class Surroundings : IAsyncDisposable
{
    /// <summary>The port on which the other learner's server listens in its own session.</summary>
    private const string NeighbourPort = "7777";

    private static readonly TimeSpan LookBound = TimeSpan.FromSeconds(20);
    private const UnixFileMode ForAll = (UnixFileMode)0b111_111_111;

    private readonly TemporaryFolder _checks = new();
    private readonly string _hidden;
    private readonly string _neighbourSecret;
    private readonly Dictionary<string, string> _checkFiles;
    private ISession? _neighbour;
    private IRunningCommand? _server;

    public Surroundings(int learnerUser)
    {
        var token = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true);
        Canaries = new Canaries(token, learnerUser);
        (_hidden, _neighbourSecret) = ($"HIDDEN-{token}", $"NEIGHBOUR-{token}");
        Whereabouts = new Dictionary<string, string>(Canaries.Whereabouts, StringComparer.Ordinal)
        {
            ["NEIGHBOUR_PORT"] = NeighbourPort,
            ["NEIGHBOUR_SOCKET"] = $"neighbour-{token}",
        };
        _checks.With("answer", _hidden).With("check.sh", File.ReadAllText(Path.Combine(Corpus.Folder, Corpus.Support, "check.sh")));
        _checkFiles = Directory.EnumerateFiles(_checks.Path).ToDictionary(file => file, File.ReadAllText, StringComparer.Ordinal);
        // Nothing but the box keeps a program from writing here.
        foreach (var path in _checkFiles.Keys.Append(_checks.Path))
            File.SetUnixFileMode(path, ForAll);
    }

    public Canaries Canaries { get; }

    /// <summary>The folder of the hidden suite, on the host.</summary>
    public string Checks => _checks.Path;

    /// <summary>What a fresh session shows before any attack.</summary>
    public string? Pristine { get; set; }

    /// <summary>Where everything is, as variables of an attack's environment.</summary>
    public IReadOnlyDictionary<string, string> Whereabouts { get; }

    /// <summary>What a side may not say. The hidden suite is the checker's own.</summary>
    public IReadOnlyList<string> SecretsFrom(Side side) =>
        side == Side.Learner ? [Canaries.Secret, _neighbourSecret, _hidden] : [Canaries.Secret, _neighbourSecret];

    /// <summary>Starts the other learner.</summary>
    public async Task MoveInAsync(Lane lane, CancellationToken cancellation)
    {
        _neighbour = await lane.Sandbox.OpenAsync(new SessionSpec { Layers = [lane.Programs], Limits = Sample.Limits }, cancellation);
        _server = await _neighbour.StartAsync(
            new Command
            {
                Arguments = [Corpus.ProgramOf($"{Corpus.Support}/neighbour.pl"), _neighbourSecret, NeighbourPort, Whereabouts["NEIGHBOUR_SOCKET"]],
                Phase = "neighbour",
                Wall = TimeSpan.FromHours(1),
            },
            cancellation);
        var health = await _neighbour.WaitHealthyAsync(_server, int.Parse(NeighbourPort), "/", LookBound, cancellation);
        if (health is not Health.Healthy)
            throw new InvalidOperationException($"the neighbour did not move in: {health}");
    }

    /// <summary>What is no longer as it was.</summary>
    public IEnumerable<string> Harmed()
    {
        var changed = _checkFiles.Where(file => !File.Exists(file.Key) || File.ReadAllText(file.Key) != file.Value).Select(file => file.Key);
        var added = Directory.EnumerateFileSystemEntries(_checks.Path).Except(_checkFiles.Keys, StringComparer.Ordinal);
        return
        [
            .. Canaries.Harmed(),
            .. changed.Concat(added).Select(file => $"{file} of the hidden suite was changed"),
            .. _server?.Completion.IsCompleted == true ? ["the neighbour's server was ended"] : Array.Empty<string>(),
        ];
    }

    /// <summary>Describes what both boxes of a session show: files, processes, sockets and shared memory.</summary>
    public static async Task<string> LookAsync(ISession session, CancellationToken cancellation)
    {
        var seen = new StringBuilder();
        foreach (var side in new[] { Side.Learner, Side.Checker })
        {
            var look = new Command { Arguments = [Corpus.ProgramOf($"{Corpus.Support}/look.sh")], Phase = "look", Wall = LookBound };
            var result = await session.RunAsync(side, look, cancellation);
            seen.Append(side).Append(' ').Append(Record.NameOf(result.Ending)).Append('\n').Append(result.OutputText()).Append(result.ErrorText());
        }

        return seen.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_neighbour is not null)
            await _neighbour.DisposeAsync();
        Canaries.Dispose();
        _checks.Dispose();
    }
}
