using System.Collections.Concurrent;
using CourseGen.App.Authoring;
using CourseGen.Runs;
using CourseGen.Testing;
using CourseGen.Tests.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

/// <summary>A run stops at its ceiling, says so, and goes on when a person allows as much again.</summary>
[Collection(RealSandbox.Collection)]
public sealed class CeilingTests(RealSandbox real)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_stops_at_its_ceiling_on_cost_and_goes_on_when_a_person_allows_as_much_again()
    {
        using var lot = new Lot(new AuthoringSetup("paid") { MaxCost = 0.05m, Price = PaidModel.CentAQuestion });

        var blocked = await lot.Studio(real).WorkAsync(PowerCut.Never());

        // At a cent a call, five calls are allowed.
        (blocked.Status, lot.Asked).ShouldBe((RunStatus.Blocked, 5));
        blocked.Sentence.ShouldBe("The run has used 0.05 of the 0.05 that it may spend on models. Resume the run to allow as much again, or cancel it.");

        await lot.ResumeAsync(real, blocked.Id);
        var run = await lot.Studio(real).WorkAsync(PowerCut.Never());

        run.Gate.ShouldBe(AuthoringGates.SpecReview);
        (await lot.Studio(real).StateAsync()).Allowances.ShouldBe(2);
        // The node that stopped had been answered one of its two questions, which nobody asks or pays for again.
        lot.Paid.ShouldBe(await lot.Studio(real).AnsweredAsync());
        lot.Paid.ShouldBeUnique();
        RunJson.Read<Spent>((await lot.Studio(real).ItemAsync(RunBudget.Item))!).ShouldBe(new Spent(lot.Asked, lot.Asked * 80, lot.Asked * 20, lot.Asked * 0.01m, 0));
    }

    [Fact]
    public async Task A_run_stops_at_its_ceiling_on_tokens()
    {
        using var lot = new Lot(new AuthoringSetup("paid") { MaxTokens = 250 });

        var blocked = await lot.Studio(real).WorkAsync(PowerCut.Never());

        (blocked.Status, lot.Asked).ShouldBe((RunStatus.Blocked, 3));
        blocked.Sentence!.ShouldStartWith("The run has used 300 of the 250 tokens that it may spend on models.");
    }

    [Fact]
    public async Task What_was_spent_before_a_crash_counts_after_it()
    {
        using var lot = new Lot(new AuthoringSetup("paid") { MaxTokens = 250 });
        for (var life = 0; life < 20; life++)
        {
            try
            {
                await lot.Studio(real).WorkAsync(PowerCut.At(20));
                break;
            }
            catch (PowerCutException)
            {
                lot.Time.Advance(TimeSpan.FromSeconds(31));
            }
        }

        // A cut between a call and its record repeats that call, which is then paid for twice and counted twice.
        lot.Asked.ShouldBe(3);
    }

    /// <summary>A database, and what outlives the processes on it.</summary>
    private sealed class Lot : IDisposable
    {
        private readonly AuthoringSetup _setup;
        private readonly TestDatabase _data;
        private readonly ConcurrentQueue<string> _paid = new();

        public Lot(AuthoringSetup setup)
        {
            _setup = setup;
            _data = new TestDatabase(Time);
        }

        public ManualTime Time { get; } = new();

        public int Asked => _paid.Count;

        /// <summary>Every question that was paid for, in order.</summary>
        public IReadOnlyCollection<string> Paid => _paid;

        public Studio Studio(RealSandbox real) => new(_data.Database, Time, real.Remembering, AddNumbers.Folder)
        {
            Setup = _setup,
            Behind = model => new PaidModel(model, _paid),
        };

        public Task<Run> ResumeAsync(RealSandbox real, RunId id) => Studio(real).Desk().ResumeAsync(id, "ada", Stop);

        public void Dispose() => _data.Dispose();
    }
}
