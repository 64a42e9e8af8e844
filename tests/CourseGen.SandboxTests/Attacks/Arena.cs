using System.Collections.Concurrent;
using System.Threading.Channels;
using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>
/// Runs attacks on an engine, a few at a time. When the result of one is asked for, the next ones start as well: tests
/// run one after the other, and many attacks only wait.
/// </summary>
public abstract class Arena : IAsyncLifetime
{
    private const int Lanes = 3;

    private readonly TemporaryFolder programs = new();
    private readonly Channel<Lane> free = Channel.CreateUnbounded<Lane>();
    private readonly List<Lane> lanes = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<Outcome>>> outcomes = new(StringComparer.Ordinal);
    private Surroundings surroundings = null!;

    /// <summary>The user of the host that learners' programs run as; 0 for the user who runs the tests.</summary>
    protected abstract int LearnerUser { get; }

    /// <summary>Starts an engine with nothing in it.</summary>
    protected abstract Task<Lane> StartLaneAsync(CancellationToken cancellation);

    public async ValueTask InitializeAsync()
    {
        await Corpus.BuildAsync(programs, CancellationToken.None);
        surroundings = new Surroundings(LearnerUser);
        for (var count = 0; count <= Lanes; count++)
        {
            var lane = await StartLaneAsync(CancellationToken.None);
            lanes.Add(lane);
            await lane.PrepareAsync(programs.Path, CancellationToken.None);
        }

        // The last one is the neighbour's alone.
        await surroundings.MoveInAsync(lanes[^1], CancellationToken.None);
        foreach (var lane in lanes[..^1])
            await free.Writer.WriteAsync(lane);
        surroundings.Pristine = await LookAsync(lanes[0]);
    }

    /// <summary>What comes of an attack.</summary>
    public Task<Outcome> OutcomeOf(Attack attack)
    {
        var position = Corpus.All.TakeWhile(other => other != attack).Count();
        foreach (var next in Corpus.All.Skip(position).Take(Lanes))
            _ = Begin(next);
        return Begin(attack);
    }

    /// <summary>What comes of an attack on an engine of the caller's own, such as one with a weakness.</summary>
    public async Task<Outcome> RunAsync(Attack attack, Lane lane, CancellationToken cancellation)
    {
        await using var around = new Surroundings(LearnerUser);
        await lane.PrepareAsync(programs.Path, cancellation);
        around.Pristine = await LookAsync(lane);
        return await new AttackRun(attack, lane, around, cancellation).RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(outcomes.Values.Select(outcome => outcome.Value));
        await surroundings.DisposeAsync();
        foreach (var lane in lanes)
            await lane.DisposeAsync();
        programs.Dispose();
        GC.SuppressFinalize(this);
    }

    private Task<Outcome> Begin(Attack attack) =>
        outcomes.GetOrAdd(attack.Name, _ => new Lazy<Task<Outcome>>(() => Task.Run(() => RunInTurnAsync(attack)))).Value;

    private async Task<Outcome> RunInTurnAsync(Attack attack)
    {
        var lane = await free.Reader.ReadAsync();
        try
        {
            return await new AttackRun(attack, lane, surroundings, CancellationToken.None).RunAsync();
        }
        finally
        {
            await free.Writer.WriteAsync(lane);
        }
    }

    private async Task<string> LookAsync(Lane lane)
    {
        var spec = new CourseGen.Sandbox.SessionSpec
        {
            Layers = [lane.Programs],
            Limits = new AttackLimits().ToLimits(),
            CheckerMounts = [new CourseGen.Sandbox.CheckerMount(surroundings.Checks, "/checks")],
        };
        await using var session = await lane.Sandbox.OpenAsync(spec, CancellationToken.None);
        return await Surroundings.LookAsync(session, CancellationToken.None);
    }
}
