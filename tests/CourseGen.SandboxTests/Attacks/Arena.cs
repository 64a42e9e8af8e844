using System.Threading.Channels;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>Runs attacks on an engine, a few at a time.</summary>
public abstract class Arena : IAsyncLifetime
{
    /// <summary>How many attacks run at a time.</summary>
    protected const int Lanes = 3;

    private readonly Channel<Lane> _free = Channel.CreateUnbounded<Lane>();
    private readonly List<Lane> _lanes = [];
    private readonly Ahead<Attack> _outcomes;
    private readonly BuiltPrograms _built;
    private string _programs = "";
    private Surroundings _surroundings = null!;

    /// <param name="built">The programs of the attacks.</param>
    /// <param name="attacks">The attacks that will be asked for, in that order.</param>
    protected Arena(BuiltPrograms built, IReadOnlyList<Attack> attacks)
    {
        _built = built;
        _outcomes = new Ahead<Attack>(attacks, Lanes, RunInTurnAsync);
    }

    /// <summary>The engine's name.</summary>
    public string Engine => _lanes[0].Sandbox.Report.Name;

    /// <summary>The user of the host that learners' programs run as; 0 for the user who runs the tests.</summary>
    protected abstract int LearnerUser { get; }

    /// <summary>Starts an engine with nothing in it.</summary>
    protected abstract Task<Lane> StartLaneAsync(CancellationToken cancellation);

    public async ValueTask InitializeAsync()
    {
        _programs = await _built.FolderAsync();
        _surroundings = new Surroundings(LearnerUser);
        for (var count = 0; count <= Lanes; count++)
        {
            var lane = await StartLaneAsync(CancellationToken.None);
            _lanes.Add(lane);
            await lane.PrepareAsync(_programs, CancellationToken.None);
        }

        // The last one is the neighbour's alone.
        await _surroundings.MoveInAsync(_lanes[^1], CancellationToken.None);
        foreach (var lane in _lanes[..^1])
            await _free.Writer.WriteAsync(lane);
        _surroundings.Pristine = await LookAsync(_lanes[0], _surroundings);
    }

    /// <summary>What comes of an attack.</summary>
    public Task<Outcome> OutcomeOf(Attack attack) => _outcomes.OutcomeOf(attack);

    /// <summary>What comes of an attack on an engine of the caller's own, such as one with a weakness.</summary>
    /// <param name="start">Starts the engine, given the folder of the host's canaries.</param>
    public async Task<Outcome> RunAsync(Attack attack, Func<string, Task<Lane>> start, CancellationToken cancellation)
    {
        await using var around = new Surroundings(LearnerUser);
        await using var lane = await start(around.Canaries.Folder);
        await lane.PrepareAsync(_programs, cancellation);
        around.Pristine = await LookAsync(lane, around);
        return await new AttackRun(attack, lane, around, cancellation).RunAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _outcomes.DisposeAsync();
        await _surroundings.DisposeAsync();
        foreach (var lane in _lanes)
            await lane.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<Outcome> RunInTurnAsync(Attack attack)
    {
        var lane = await _free.Reader.ReadAsync();
        try
        {
            return await new AttackRun(attack, lane, _surroundings, CancellationToken.None).RunAsync();
        }
        finally
        {
            await _free.Writer.WriteAsync(lane);
        }
    }

    private static async Task<string> LookAsync(Lane lane, Surroundings around)
    {
        var spec = new CourseGen.Sandbox.SessionSpec
        {
            Layers = [lane.Programs],
            Limits = new AttackLimits().ToLimits(),
            CheckerMounts = [new CourseGen.Sandbox.CheckerMount(around.Checks, "/checks")],
        };
        await using var session = await lane.Sandbox.OpenAsync(spec, CancellationToken.None);
        return await Surroundings.LookAsync(session, CancellationToken.None);
    }
}
