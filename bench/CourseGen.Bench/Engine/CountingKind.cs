using CourseGen.Runs;

namespace CourseGen.Bench.Engine;

/// <summary>How many empty steps are left.</summary>
internal sealed record Left(int Steps);

/// <summary>A run of empty steps, one after another: all its time is the engine's.</summary>
internal sealed class CountingKind : RunKind<Left>
{
    public const string Called = "counting";
    private const string Count = "count";

    public override string Name => Called;

    public override IReadOnlyDictionary<string, IStep<Left>> Steps { get; } =
        new Dictionary<string, IStep<Left>>(StringComparer.Ordinal) { [Count] = new Nothing() };

    public override Move<Left> Decide(Left? state, Happening happening) => happening switch
    {
        Happening.Started started => new(RunJson.Read<Left>(started.Input), new Next.ToStep(Count), []),
        Happening.StepEnded when state!.Steps > 1 => new(new(state.Steps - 1), new Next.ToStep(Count), []),
        Happening.StepEnded => new(new(0), new Next.Succeeded(), []),
        _ => throw NotAllowed(happening),
    };

    private sealed class Nothing : IStep<Left>
    {
        public Task<StepResult> ExecuteAsync(StepContext<Left> context, CancellationToken cancellation) => Task.FromResult<StepResult>(new StepResult.Passed());
    }
}
