using CourseGen.Models;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Models;

/// <summary>Gateways that share slots never have more calls under way than there are.</summary>
public sealed class ProviderSlotsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_calls_are_under_way_than_there_are_slots()
    {
        var (now, most) = (0, 0);
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var model = new ScriptedAnswers(async (_, _) =>
        {
            var here = Interlocked.Increment(ref now);
            lock (both) most = Math.Max(most, here);
            if (here == 2) both.TrySetResult();
            await both.Task;
            Interlocked.Decrement(ref now);
            return new ModelReply(Greeting.Good, null);
        });
        var settings = Asking.Patient("test") with { Slots = new ProviderSlots(2) };

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => new ModelGateway(model, settings, TimeProvider.System).AskAsync(Asking.Question, Stop)));

        (most, model.Calls).ShouldBe((2, 12));
    }

    [Fact]
    public async Task A_call_that_gets_no_slot_ends_at_its_deadline()
    {
        var never = new TaskCompletionSource<ModelReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        var slots = new ProviderSlots(1);
        var patient = new GatewaySettings { Slots = slots };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var first = new ModelGateway(new ScriptedAnswers((_, _) => never.Task), patient, TimeProvider.System).AskAsync(Asking.Question, end.Token);

        var hasty = new ModelGateway(ScriptedAnswers.Always(Greeting.Good), patient with { Deadline = Asking.Deadline }, TimeProvider.System);
        var fault = await Should.ThrowAsync<ModelException>(hasty.AskAsync(Asking.Question, Stop));

        (fault.Kind, fault.Call!.Tries).ShouldBe((ModelFault.TimedOut, 0));
        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        (await hasty.AskAsync(Asking.Question, Stop)).Value.Stars.ShouldBe(3);
    }
}
