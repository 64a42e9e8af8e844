using System.Collections.Concurrent;
using System.Globalization;
using CourseGen.App.Authoring;
using CourseGen.Runs;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.ClusterTests;

/// <summary>
/// Three workers on one PostgreSQL author courses, and every few seconds one of them is killed. Every course is the calm
/// one, every run is told once and without a gap, and no answer that was recorded is asked for again.
/// </summary>
[Collection(WholeMachine.Collection)]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Workers = 3;
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(90);

    /// <summary>How many runs; <c>make chaos</c> asks for 200.</summary>
    private static readonly int Count =
        int.Parse(Environment.GetEnvironmentVariable("COURSEGEN_CHAOS_RUNS") ?? "2", CultureInfo.InvariantCulture);

    // What a kill costs is work done again: without an end of them, a slow machine would hardly get on, and make test has ten
    // minutes for everything.
    private static readonly int MostKills = Count > 2 ? 2 * Count : Count;

    private readonly ConcurrentQueue<Asked> _askedThoughRecorded = new();

    [Fact]
    public async Task Whoever_is_killed_every_run_ends_as_the_calm_one_does()
    {
        await using var data = await TestPostgres.OpenAsync(null);
        using var course = new TinyCourse();
        await using var models = await ModelServer.StartAsync(course);
        var office = new Office(data);
        models.Before = (asked, _) => NoteRecordedAsync(office, asked);
        var runs = Enumerable.Range(1, Count).Select(number => new RunId($"run_chaos_{number:D3}")).ToList();
        foreach (var run in runs) await office.Desk.StartAsync(course.Start(run.Value, models), CancellationToken.None);

        var kills = await WithKillsAsync(data.Address, AuthorAsync(office, Count));

        output.WriteLine($"{Count} runs, {kills} kills, {models.Asked.Count} questions.");
        kills.ShouldBeGreaterThan(0);
        _askedThoughRecorded.ShouldBeEmpty();
        foreach (var run in runs) await ShouldBeCalmAsync(office, run, course.Digest);
        var repeated = models.Asked.CountBy(asked => asked).Sum(one => one.Value - 1);
        repeated.ShouldBeLessThanOrEqualTo(kills);
    }

    private async Task NoteRecordedAsync(Office office, Asked asked)
    {
        if ((await office.AnsweredAsync(new(asked.Run))).Contains(asked.Role)) _askedThoughRecorded.Enqueue(asked);
    }

    // A person approves at every gate. One who looks after all runs at once: as many askers as runs would be most of the load.
    private static async Task AuthorAsync(Office office, int runs)
    {
        var start = TimeProvider.System.GetTimestamp();
        while ((await office.Runs.ListAsync(new(Status: RunStatus.Active, Take: 1), CancellationToken.None)).Count > 0
            || (await office.Runs.ListAsync(new(Status: RunStatus.Waiting, Take: 1), CancellationToken.None)).Count > 0)
        {
            foreach (var run in await office.Runs.ListAsync(new(Status: RunStatus.Waiting, Take: runs), CancellationToken.None))
                await office.Desk.DecideGateAsync(run.Id, new(run.Gate!, true, null, "ada"), CancellationToken.None);
            if (TimeProvider.System.GetElapsedTime(start) > Patience) throw new TimeoutException($"Not all of {runs} runs have ended.");
            await Task.Delay(BetweenLooks);
        }
    }

    private static async Task<int> WithKillsAsync(string database, Task work)
    {
        var random = new Random(1);
        var workers = Enumerable.Range(0, Workers).Select(_ => WorkerProcess.Start(database, parallel: 1)).ToArray();
        var kills = 0;
        try
        {
            await Task.WhenAll(workers.Select(worker => worker.Working));
            while (kills < MostKills && await Task.WhenAny(work, Task.Delay(BetweenKills)) != work)
            {
                var victim = random.Next(Workers);
                // One that has just begun is left alone, so that somebody works.
                if (!workers[victim].Working.IsCompletedSuccessfully) continue;
                await workers[victim].KillAsync();
                workers[victim] = WorkerProcess.Start(database, parallel: 1);
                kills++;
            }

            await work;
            return kills;
        }
        finally
        {
            foreach (var worker in workers) await worker.DisposeAsync();
        }
    }

    private static async Task ShouldBeCalmAsync(Office office, RunId id, string digest)
    {
        var run = (await office.Runs.FindAsync(id, CancellationToken.None))!;
        run.Status.ShouldBe(RunStatus.Succeeded, $"{id}: {run.Sentence}");
        run.LeaseOwner.ShouldBeNull();
        var state = RunJson.Read<AuthoringState>(run.State);
        state.Digest.ShouldBe(digest);
        state.CertifiedDigest.ShouldBe(digest);
        var events = await office.EventsAsync(id);
        events.Select(one => one.Sequence).ShouldBe(Enumerable.Range(1, events.Count).Select(number => (long)number));
        events.Where(one => one.Kind is RunEventKinds.StepPassed or RunEventKinds.StepFailed)
            .Select(one => $"{one.Step} {(one.Kind == RunEventKinds.StepPassed ? "passed" : "failed")}").ShouldBe(TinyCourse.CalmEndings);
        events.Count(one => one.Kind == RunEventKinds.StepStarted).ShouldBe(TinyCourse.CalmEndings.Count);
        events.Count(one => one.Kind == RunEventKinds.GateApproved).ShouldBe(3);
        events.Count(one => one.Kind == RunEventKinds.RunSucceeded).ShouldBe(1);
        var answered = await office.AnsweredAsync(id);
        answered.Distinct().Count().ShouldBe(answered.Count);
    }
}
