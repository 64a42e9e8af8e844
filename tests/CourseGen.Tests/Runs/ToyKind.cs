using CourseGen.Runs;

namespace CourseGen.Tests.Runs;

/// <summary>What the toy kind remembers between steps.</summary>
internal sealed record ToyState(int Target, int Budget, int Value = 0, int Repairs = 0);

/// <summary>What a toy run starts from.</summary>
internal sealed record ToyInput(int Target, int Budget);

/// <summary>
/// A kind with everything a real one has: it counts to a number by checkpoints and calls, checks, repairs within a
/// budget, asks a person, and finishes.
/// </summary>
internal sealed class ToyKind(ToyWorld world) : RunKind<ToyState>
{
    public const string Called = "toy";

    public override string Name => Called;

    public override IReadOnlyDictionary<string, IStep<ToyState>> Steps { get; } =
        new Dictionary<string, IStep<ToyState>>(StringComparer.Ordinal)
        {
            ["count"] = new CountStep(world),
            ["check"] = new CheckStep(),
            ["repair"] = new RepairStep(world),
            ["finish"] = new FinishStep(world),
        };

    public override Move<ToyState> Decide(ToyState? state, Happening happening) => (state, happening) switch
    {
        (null, Happening.Started started) => Begin(RunJson.Read<ToyInput>(started.Input)),
        ({ } now, Happening.StepEnded ended) => Ended(now, ended.Step, ended.Result),
        ({ } now, Happening.GateDecided { Approved: true }) => Go(now, "finish"),
        ({ } now, Happening.GateDecided) => Go(now with { Target = now.Target + 1 }, "check"),
        ({ } now, Happening.Resumed) when now.Repairs >= now.Budget => Repair(now with { Budget = now.Budget + 1 }),
        _ => throw NotAllowed(happening),
    };

    private static Move<ToyState> Begin(ToyInput input) => input.Target < 0
        ? throw new RunRefusedException("toy_target_negative", "The target is negative.")
        : Go(new ToyState(input.Target, input.Budget), "count");

    private static Move<ToyState> Ended(ToyState state, string step, StepResult result) => (step, result) switch
    {
        ("count", StepResult.Passed passed) => new Move<ToyState>(
            state with { Value = RunJson.Read<int>(passed.Payload) },
            new Next.ToStep("check"),
            [new RunNews("toy_counted", passed.Payload)]),
        ("check", StepResult.Passed) => new Move<ToyState>(state, new Next.AtGate("review")),
        ("check", StepResult.Failed) => Repair(state),
        ("repair", StepResult.Passed passed) =>
            Go(state with { Value = state.Value + RunJson.Read<int>(passed.Payload) }, "check"),
        ("finish", StepResult.Passed) => new Move<ToyState>(state, new Next.Succeeded()),
        ("finish", StepResult.Failed failed) => new Move<ToyState>(state, new Next.Failed(failed.Codes)),
        _ => throw new InvalidOperationException($"The step '{step}' does not end like this."),
    };

    private static Move<ToyState> Repair(ToyState state) => state.Repairs < state.Budget
        ? Go(state with { Repairs = state.Repairs + 1 }, "repair")
        : new Move<ToyState>(state, new Next.Blocked("toy_budget_spent", "The repairs are spent."));

    private static Move<ToyState> Go(ToyState state, string step) => new(state, new Next.ToStep(step));
}
