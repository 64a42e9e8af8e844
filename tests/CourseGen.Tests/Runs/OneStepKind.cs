using CourseGen.Runs;

namespace CourseGen.Tests.Runs;

/// <summary>Counts its own executions; nothing else.</summary>
internal sealed record OneStepState(int Ends = 0);

/// <summary>A kind with one step that the test writes. It succeeds after the step has passed.</summary>
internal sealed class OneStepKind(Func<StepContext<OneStepState>, CancellationToken, Task<StepResult>> body)
    : RunKind<OneStepState>, IStep<OneStepState>
{
    public const string Called = "one_step";

    public override string Name => Called;

    public override IReadOnlyDictionary<string, IStep<OneStepState>> Steps =>
        new Dictionary<string, IStep<OneStepState>>(StringComparer.Ordinal) { ["work"] = this };

    /// <summary>A kind whose step says when it begins and then waits to be stopped, up to an execution that passes.</summary>
    public static OneStepKind UntilStopped(TaskCompletionSource begun, int finishesAt = int.MaxValue)
    {
        var executions = 0;
        return new OneStepKind(async (_, cancellation) =>
        {
            begun.TrySetResult();
            if (++executions < finishesAt) await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return new StepResult.Passed();
        });
    }

    public override Move<OneStepState> Decide(OneStepState? state, Happening happening) => happening switch
    {
        Happening.Started => new Move<OneStepState>(new OneStepState(), new Next.ToStep("work")),
        Happening.StepEnded { Result: StepResult.Passed } =>
            new Move<OneStepState>(new OneStepState(state!.Ends + 1), new Next.Succeeded()),
        _ => throw NotAllowed(happening),
    };

    public Task<StepResult> ExecuteAsync(StepContext<OneStepState> context, CancellationToken cancellation) =>
        body(context, cancellation);
}
