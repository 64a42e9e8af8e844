using CourseGen.Sandbox;
using CourseGen.SandboxTests.Contract;
using Shouldly;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>An engine that has so much room and no more.</summary>
public sealed class QueuedSandboxTests(BubblewrapEngine engine) : IClassFixture<BubblewrapEngine>
{
    private static readonly SessionSpec Spec = new() { Layers = [], Limits = Sample.Limits };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_when_all_places_are_taken_is_refused_at_once_and_by_the_numbers()
    {
        var queue = Queue(open: 2, waiting: 1);
        await using var first = await queue.OpenAsync(Spec, Cancellation);
        var second = await queue.OpenAsync(Spec, Cancellation);
        var waiting = queue.OpenAsync(Spec, Cancellation);
        var refused = await Should.ThrowAsync<SandboxBusyException>(queue.OpenAsync(Spec, Cancellation));
        refused.Message.ShouldContain("2 for open sessions, 1 for callers");
        waiting.IsCompleted.ShouldBeFalse();

        await second.DisposeAsync();
        await using var third = await waiting;
        (await third.RunAsync(Side.Learner, Sample.Program("true"), Cancellation)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Turns_come_in_the_order_of_asking()
    {
        var queue = Queue(open: 1, waiting: 3);
        var first = await queue.OpenAsync(Spec, Cancellation);
        var order = new List<int>();
        var waiting = Enumerable.Range(0, 3).Select(async number =>
        {
            await using var session = await queue.OpenAsync(Spec, Cancellation);
            order.Add(number);
        }).ToList();
        await first.DisposeAsync();
        await Task.WhenAll(waiting);
        order.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task Who_does_not_want_to_wait_any_longer_leaves_a_place()
    {
        var queue = Queue(open: 1, waiting: 1);
        var first = await queue.OpenAsync(Spec, Cancellation);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var gone = queue.OpenAsync(Spec, impatient.Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(gone);

        var next = queue.OpenAsync(Spec, Cancellation);
        await first.DisposeAsync();
        await (await next).DisposeAsync();
    }

    [Fact]
    public async Task A_session_that_did_not_come_up_takes_no_place()
    {
        var queue = Queue(open: 1, waiting: 0);
        await Should.ThrowAsync<SandboxException>(queue.OpenAsync(Spec with { Layers = [new("not-there")] }, Cancellation));
        await using var session = await queue.OpenAsync(Spec, Cancellation);
    }

    // The engine outlives its queues here, which therefore are not disposed of.
    private QueuedSandbox Queue(int open, int waiting) => new(engine.Sandbox, new QueueLimits(open, waiting));
}
