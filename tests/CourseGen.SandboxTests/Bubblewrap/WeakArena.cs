using CourseGen.SandboxTests.Attacks;
using CourseGen.Testing;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>Runs attacks on bubblewrap engines that lack the very defence that holds them off.</summary>
public sealed class WeakArena : BubblewrapArena
{
    private readonly Ahead<(Attack Attack, string Without)> _outcomes;

    public WeakArena(BuiltPrograms programs)
        : base(programs) => _outcomes = new Ahead<(Attack Attack, string Without)>(Pairs, Lanes, RunWeakAsync);

    private static readonly int Stride = Thorough.Stride(4);

    /// <summary>Each attack with each weakness that it names.</summary>
    public static IReadOnlyList<(Attack Attack, string Without)> All { get; } =
        [.. from attack in Corpus.All from without in attack.Without select (attack, without)];

    /// <summary>The pairs that are tried.</summary>
    public static IReadOnlyList<(Attack Attack, string Without)> Pairs { get; } = [.. All.Where((_, index) => index % Stride == 0)];

    /// <summary>What comes of an attack where a defence is missing.</summary>
    public Task<Outcome> OutcomeOf(Attack attack, string without) => _outcomes.OutcomeOf((attack, without));

    public override async ValueTask DisposeAsync()
    {
        await _outcomes.DisposeAsync();
        await base.DisposeAsync();
    }

    private Task<Outcome> RunWeakAsync((Attack Attack, string Without) pair) =>
        RunAsync(
            pair.Attack,
            async canaries =>
            {
                var lane = new WeakLane(pair.Without, canaries);
                await lane.StartWeakAsync(CancellationToken.None);
                return lane;
            },
            CancellationToken.None);
}
