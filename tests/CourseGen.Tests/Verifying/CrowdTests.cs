using CourseGen.App.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

public sealed class CrowdTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Crowd _crowd = new();
    private int _inside;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Pace.Late)]
    [InlineData(Pace.Close)]
    internal async Task What_had_company_and_not_enough_time_is_run_again_by_itself(Pace pace)
    {
        using var met = new Barrier(2);
        var inside = new List<int>();

        Task<Pace> RunAsync(Pace seen) => _crowd.RunAsync(new object(), () => Task.Run(() =>
        {
            lock (inside) inside.Add(Interlocked.Increment(ref _inside));
            if (inside.Count <= 2) met.SignalAndWait(Patience, Stop).ShouldBeTrue();
            Interlocked.Decrement(ref _inside);
            return (seen, seen);
        }), Stop);

        (await Task.WhenAll(RunAsync(pace), RunAsync(Pace.InTime)).WaitAsync(Patience, Stop)).ShouldBe([pace, Pace.InTime]);

        inside.ShouldBe([1, 2, 1]);
    }

    [Fact]
    public async Task What_was_late_without_company_is_believed()
    {
        var runs = 0;
        (await _crowd.RunAsync(this, () => Task.FromResult((++runs, Pace.Late)), Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_late_by_itself_once_is_believed_in_company()
    {
        var runs = 0;
        await _crowd.RunAsync("hangs", () => Task.FromResult((++runs, Pace.Late)), Stop);
        var other = new TaskCompletionSource<(int, Pace)>();
        var beside = _crowd.RunAsync("other", () => other.Task, Stop);

        (await _crowd.RunAsync("hangs", () => Task.FromResult((++runs, Pace.Late)), Stop)).ShouldBe(2);

        other.SetResult((0, Pace.InTime));
        (await beside).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_comes_in_while_somebody_is_alone_and_all_do_afterwards()
    {
        var inside = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => CountedAsync(late: number % 4 == 0))).WaitAsync(Patience, Stop);
        inside.Where((_, number) => number % 4 == 0).ShouldAllBe(count => count == 1);
    }

    [Fact]
    public async Task Who_gives_up_waiting_to_be_alone_keeps_nobody_out()
    {
        using var ending = new CancellationTokenSource();
        var other = new TaskCompletionSource<(int, Pace)>();
        var beside = _crowd.RunAsync("other", () => other.Task, Stop);
        var waiting = _crowd.RunAsync("waits", () => Task.FromResult((0, Pace.Late)), ending.Token);
        await ending.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);

        (await _crowd.RunAsync("third", () => Task.FromResult((7, Pace.InTime)), Stop).WaitAsync(Patience, Stop)).ShouldBe(7);
        other.SetResult((1, Pace.InTime));
        (await beside).ShouldBe(1);
    }

    /// <summary>Returns how many were inside during the last run, itself included.</summary>
    private Task<int> CountedAsync(bool late) => _crowd.RunAsync(new object(), async () =>
    {
        Interlocked.Increment(ref _inside);
        await Task.Delay(20, Stop);
        var seen = Volatile.Read(ref _inside);
        Interlocked.Decrement(ref _inside);
        return (seen, late && seen > 1 ? Pace.Late : Pace.InTime);
    }, Stop);
}
