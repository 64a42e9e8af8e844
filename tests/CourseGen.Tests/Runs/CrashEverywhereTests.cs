using System.Collections.Concurrent;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>The power is cut before and after every effect, one run of the world for each; the outcome is always the calm one.</summary>
public sealed class CrashEverywhereTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, 1)]
    [InlineData(12, 20)]
    [InlineData(9, 1)]
    public async Task Wherever_the_power_is_cut_the_outcome_is_the_calm_one(int target, int budget)
    {
        var (time, ids, input) = (new ManualTime(), new SequentialIds(), new ToyInput(target, budget));
        // One database for all the lives, because making one takes longer than a life.
        using var data = new TestDatabase(time);
        var calm = await new CrashWorld(data, time, ids, input).LiveAsync(PowerCut.Never(), Stop);
        calm.Asked.ShouldBe(calm.Calls.Length);

        var draws = 0;
        for (var cut = PowerCut.At(1); ; cut = PowerCut.At(draws + 1))
        {
            var outcome = await new CrashWorld(data, time, ids, input).LiveAsync(cut, Stop);
            if (!cut.HasFired) break;
            draws++;
            Compare(outcome, calm, draws);
        }

        draws.ShouldBeGreaterThan(30);
    }

    private static void Compare(Outcome outcome, Outcome calm, int draw)
    {
        outcome.Run.ShouldBe(calm.Run, $"after a cut at draw {draw}");
        outcome.Codes.ShouldBe(calm.Codes, $"after a cut at draw {draw}");
        outcome.EventKinds.ShouldBe(calm.EventKinds, $"after a cut at draw {draw}");
        outcome.Calls.ShouldBe(calm.Calls, $"after a cut at draw {draw}");
        outcome.Asked.ShouldBeLessThanOrEqualTo(calm.Asked + 1, $"after a cut at draw {draw}");
        outcome.AskedThoughRecorded.ShouldBeEmpty($"after a cut at draw {draw}");
    }

    /// <summary>What is the same in the end, whatever happened on the way.</summary>
    private sealed record Outcome(
        (RunStatus, string?, string?, int, string, string?, string?, int) Run,
        IReadOnlyList<string> Codes,
        string[] EventKinds,
        string[] Calls,
        int Asked,
        CallKey[] AskedThoughRecorded);

    /// <summary>One run, living through a power cut and the start after it.</summary>
    private sealed class CrashWorld(TestDatabase data, ManualTime time, SequentialIds ids, ToyInput input)
    {
        private readonly RunId _id = new(ids.Next("run"));
        private readonly ConcurrentQueue<CallKey> _asked = new();

        public async Task<Outcome> LiveAsync(PowerCut cut, CancellationToken stop)
        {
            var recorded = Array.Empty<CallKey>();
            var askedBefore = 0;
            try
            {
                await ActAsync(cut, stop);
            }
            catch (PowerCutException)
            {
                recorded = [.. (await CallsAsync(stop)).Select(call => call.Key)];
                askedBefore = _asked.Count;
                time.Advance(TimeSpan.FromSeconds(31));
                await ActAsync(PowerCut.Never(), stop);
            }

            return await LookAsync([.. _asked.Skip(askedBefore).Intersect(recorded)], stop);
        }

        // What a person and a machine do from the start to the end; doing it again goes on where it stopped.
        private async Task ActAsync(PowerCut power, CancellationToken stop)
        {
            var store = new CuttingRunStore(new RunStore(data.Database), power);
            var blobs = new CuttingBlobStore(new BlobStore(data.Database), power);
            var kinds = new RunKinds(new ToyKind(new ToyWorld(_asked, blobs, power)));
            var worker = new RunWorker(ids, time, new RunBell());
            var desk = new RunDesk(store, kinds, worker.Ids, worker.Bell);
            var loop = new RunLoop(store, kinds, worker, new RunLoopOptions());

            await desk.StartAsync(new RunStart(ToyKind.Called, "A toy", RunJson.Write(input), _id), stop);
            while (await loop.RunOneAsync(_id, stop) is { Status: RunStatus.Waiting } waiting)
            {
                // Rejected once: the rejection raises the target.
                var approved = RunJson.Read<ToyState>(waiting.State).Target > input.Target;
                await desk.DecideGateAsync(_id, new GateDecision(waiting.Gate!, approved, null, "ada"), stop);
            }
        }

        private async Task<Outcome> LookAsync(CallKey[] askedThoughRecorded, CancellationToken stop)
        {
            var store = new RunStore(data.Database);
            var run = (await store.FindAsync(_id, stop))!;
            var events = await store.ReadEventsAsync(_id, 0, 1000, stop);
            events.Select(one => one.Sequence).ShouldBe(Enumerable.Range(1, events.Count).Select(number => (long)number));
            return new Outcome(
                (run.Status, run.Step, run.Gate, run.Attempt, run.State, run.Signature, run.LeaseOwner, run.Faults),
                run.Codes,
                // Taking over is the one thing that is told only after a crash.
                [.. events.Select(one => one.Kind).Where(kind => kind is not RunEventKinds.RunTakenOver)],
                [.. (await CallsAsync(stop)).Select(call => $"{call.Key with { Run = default }}={call.Answer}")],
                _asked.Count,
                askedThoughRecorded);
        }

        private async Task<IReadOnlyList<RecordedCall>> CallsAsync(CancellationToken stop) =>
            await new RunStore(data.Database).ReadCallsAsync(_id, 0, 1000, stop);
    }
}
