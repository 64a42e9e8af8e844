using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests;

/// <content>Checkpoints and recorded calls.</content>
public abstract partial class RunStoreContract
{
    [Fact]
    public async Task A_checkpoint_is_found_again_and_the_last_one_stands()
    {
        var run = await CreateClaimedAsync("worker");
        (await Store.FindItemAsync(run.Id, "key", Stop)).ShouldBeNull();

        await Store.SaveItemAsync(new RunItem(run.Id, "key", "1"), "worker", [Samples.Event("saved")], Stop);
        await Store.SaveItemAsync(new RunItem(run.Id, "key", "\"2\""), "worker", [], Stop);

        (await Store.FindItemAsync(run.Id, "key", Stop)).ShouldBe("\"2\"");
        (await Store.FindItemAsync(run.Id, "other", Stop)).ShouldBeNull();
        (await EventKindsAsync("run_1")).ShouldBe(["saved"]);
    }

    [Fact]
    public async Task A_checkpoint_whose_event_cannot_be_written_is_not_written_either()
    {
        var run = await CreateClaimedAsync("worker");

        await Should.ThrowAsync<Exception>(() => Store.SaveItemAsync(
            new RunItem(run.Id, "key", "1"), "worker", [new EventDraft(Kind: null!)], Stop));

        (await Store.FindItemAsync(run.Id, "key", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Checkpoints_belong_to_their_run()
    {
        var one = await CreateClaimedAsync("worker", "run_1");
        var two = await CreateClaimedAsync("worker", "run_2");

        await Store.SaveItemAsync(new RunItem(one.Id, "key", "1"), "worker", [], Stop);

        (await Store.FindItemAsync(two.Id, "key", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_answers_to_a_call_the_first_stands()
    {
        await CreateAsync();
        var key = new CallKey(new RunId("run_1"), "first", 1, "key");
        (await Store.FindCallAsync(key, Stop)).ShouldBeNull();

        (await Store.RecordCallAsync(key, "one", Stop)).ShouldBe("one");
        (await Store.RecordCallAsync(key, "two", Stop)).ShouldBe("one");

        (await Store.FindCallAsync(key, Stop)).ShouldBe("one");
    }

    [Fact]
    public async Task Steps_and_attempts_have_calls_of_their_own_and_all_are_read_in_order()
    {
        await CreateAsync();
        var key = new CallKey(new RunId("run_1"), "first", 1, "key");
        CallKey[] keys = [key, key with { Step = "second" }, key with { Attempt = 2 }, key with { Key = "other" }];

        foreach (var one in keys) (await Store.RecordCallAsync(one, one.ToString(), Stop)).ShouldBe(one.ToString());

        var calls = await Store.ReadCallsAsync(key.Run, 0, 10, Stop);
        calls.Select(call => call.Key).ShouldBe(keys);
        calls.Select(call => call.Answer).ShouldBe(keys.Select(one => one.ToString()));
        calls[0].At.ShouldBe(Time.GetUtcNow());
        (await Store.ReadCallsAsync(key.Run, calls[1].Number, 1, Stop)).Single().ShouldBe(calls[2]);
    }

    [Fact]
    public async Task A_large_answer_is_kept_whole()
    {
        await CreateAsync();
        var answer = new string('x', 5_000_000) + "ü end";

        await Store.RecordCallAsync(new CallKey(new RunId("run_1"), "first", 1, "key"), answer, Stop);

        var kept = await Store.FindCallAsync(new CallKey(new RunId("run_1"), "first", 1, "key"), Stop);
        // Not ShouldBe, which would print both.
        string.Equals(kept, answer, StringComparison.Ordinal).ShouldBeTrue();
    }
}
