using System.Text;
using CourseGen.Runs;

namespace CourseGen.Tests.Runs;

/// <summary>Counts three items, each with a call, a checkpoint and an event.</summary>
internal sealed class CountStep(ToyWorld world) : IStep<ToyState>
{
    public async Task<StepResult> ExecuteAsync(StepContext<ToyState> context, CancellationToken cancellation)
    {
        var value = 0;
        foreach (var item in (string[])["one", "two", "three"])
        {
            var known = await context.Items.FindAsync(item);
            if (known is null)
            {
                known = await context.Calls.OnceAsync(item, _ => world.AskAsync(context, item));
                await context.Items.SaveAsync(item, known, new RunNews("toy_item", RunJson.Write(item)));
            }

            value += RunJson.Read<int>(known);
        }

        return new StepResult.Passed(RunJson.Write(value));
    }
}

/// <summary>Fails while the value is below the target.</summary>
internal sealed class CheckStep : IStep<ToyState>
{
    public Task<StepResult> ExecuteAsync(StepContext<ToyState> context, CancellationToken cancellation) =>
        Task.FromResult<StepResult>(context.State.Value >= context.State.Target
            ? new StepResult.Passed()
            : new StepResult.Failed(["toy_too_small"], RunJson.Write(context.State.Value)));
}

/// <summary>Asks for one more. Every attempt is a call of its own, although the key is the same.</summary>
internal sealed class RepairStep(ToyWorld world) : IStep<ToyState>
{
    public async Task<StepResult> ExecuteAsync(StepContext<ToyState> context, CancellationToken cancellation) =>
        new StepResult.Passed(await context.Calls.OnceAsync("more", _ => world.AskAsync(context, "more")));
}

/// <summary>Keeps the result; a result of 13 is not accepted.</summary>
internal sealed class FinishStep(ToyWorld world) : IStep<ToyState>
{
    public async Task<StepResult> ExecuteAsync(StepContext<ToyState> context, CancellationToken cancellation)
    {
        var content = RunJson.Write(new { context.RunId, context.State.Value });
        var blob = await world.Blobs.PutAsync(Encoding.UTF8.GetBytes(content), cancellation);
        return context.State.Value == 13
            ? new StepResult.Failed(["toy_unlucky"])
            : new StepResult.Passed(RunJson.Write(blob.Value));
    }
}
