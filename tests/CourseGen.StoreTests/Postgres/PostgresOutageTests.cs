using System.Diagnostics;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Storage.Postgres;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests.Postgres;

/// <summary>A server of the test's own goes away under load, and its disk is full.</summary>
public sealed class PostgresOutageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_is_gone_for_a_while_loses_nothing_and_does_nothing_twice(bool crash)
    {
        await using var server = await PostgresServer.StartAsync("");
        var address = await server.CreateAsync();
        using var database = await PostgresDatabase.OpenAsync(address, TimeProvider.System, new() { Patience = TimeSpan.FromSeconds(60) }, Stop);
        var store = new RunStore(database);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var written = new int[4];
        var writers = written.Select((_, number) => WriteAsync(store, written, number, ending.Token)).ToArray();

        for (var outage = 0; outage < 3; outage++)
        {
            await UntilAllWriteAsync(written);
            await server.StopAsync(crash);
            await Task.Delay(TimeSpan.FromSeconds(1), Stop);
            await server.StartAsync();
        }

        await UntilAllWriteAsync(written);
        await ending.CancelAsync();
        await Task.WhenAll(writers);
        foreach (var (number, last) in written.Index())
        {
            var id = new RunId($"run_{number}");
            (await store.FindAsync(id, Stop))!.State.ShouldBe($"{last}");
            var events = await store.ReadEventsAsync(id, 0, 100_000, Stop);
            events.Select(one => one.Payload).ShouldBe(Enumerable.Range(1, last).SelectMany(one => new[] { $"{one}", $"{-one}" }));
            events.Select(one => one.Sequence).ShouldBe(Enumerable.Range(1, 2 * last).Select(one => (long)one));
        }
    }

    [Fact]
    public async Task A_server_that_stays_away_is_said_to_be_out_of_reach_and_what_was_there_stays()
    {
        await using var server = await PostgresServer.StartAsync("");
        using var database = await PostgresDatabase.OpenAsync(
            await server.CreateAsync(), TimeProvider.System, new() { Patience = TimeSpan.FromMilliseconds(500) }, Stop);
        var store = new RunStore(database);
        await store.CreateAsync(Samples.NewRun("run_1"), [], Stop);
        await server.StopAsync();

        var gone = await Should.ThrowAsync<StoreException>(() => store.CreateAsync(Samples.NewRun("run_2"), [], Stop));

        gone.Trouble.Code.ShouldBe("store_unreachable");
        gone.Rule.ShouldBeOfType<RetryRule.After>();
        await server.StartAsync();
        (await store.FindAsync(new("run_1"), Stop)).ShouldNotBeNull();
        (await store.FindAsync(new("run_2"), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_wants_a_password_and_gets_none_is_not_said_to_be_out_of_reach()
    {
        await using var server = await PostgresServer.StartAsync("");
        var address = await server.CreateAsync();
        await server.ExecuteAsync(
            "postgres",
            """
            CREATE ROLE ada LOGIN;
            DO $$ BEGIN
                EXECUTE format('COPY (VALUES (''local all ada scram-sha-256''), (''local all all trust'')) TO %L', current_setting('hba_file'));
            END $$;
            """);
        await server.StopAsync();
        await server.StartAsync();

        var refused = await Should.ThrowAsync<StoreException>(() => PostgresDatabase.OpenAsync(
            address.Replace("coursegen@", "ada@", StringComparison.Ordinal), TimeProvider.System, cancellation: Stop));

        refused.Trouble.Code.ShouldBe("store_not_let_in");
        refused.Trouble.Sentence.ShouldContain("No password");
        refused.Rule.ShouldBeOfType<RetryRule.Never>();
    }

    [Fact]
    public async Task A_full_disk_is_said_to_be_full_and_what_was_there_stays()
    {
        // Only root may mount a disk that is small.
        if (!Environment.IsPrivilegedProcess) return;
        var small = Directory.CreateTempSubdirectory("coursegen-small-");
        using (new SmallDisk(small.FullName, "24m"))
        {
            await using var server = await PostgresServer.StartAsync("");
            using (var chown = Process.Start("chown", ["postgres", small.FullName])) await chown.WaitForExitAsync(Stop);
            await server.ExecuteAsync("postgres", $"CREATE TABLESPACE small LOCATION '{small.FullName}'");
            await server.ExecuteAsync("postgres", "CREATE DATABASE small TABLESPACE small");
            using var database = await PostgresDatabase.OpenAsync(server.AddressOf("small"), TimeProvider.System, cancellation: Stop);
            var blobs = new BlobStore(database);
            var kept = await blobs.PutAsync("abc"u8.ToArray(), Stop);

            var full = await Should.ThrowAsync<StoreException>(() => FillAsync(blobs));

            full.Trouble.Code.ShouldBe("store_full");
            full.Message.ShouldContain("nothing that was saved is lost");
            (await blobs.ReadAsync(kept, Stop)).ToArray().ShouldBe("abc"u8.ToArray());
        }

        small.Delete();
    }

    private static async Task FillAsync(BlobStore blobs)
    {
        var random = new Random(1);
        for (var number = 0; number < 40; number++)
        {
            // What is random does not compress.
            var bytes = new byte[1_000_000];
            random.NextBytes(bytes);
            await blobs.PutAsync(bytes, Stop);
        }
    }

    // One commit after another, each with one event, and an event by itself after each; the state counts them.
    private static async Task WriteAsync(RunStore store, int[] written, int number, CancellationToken ending)
    {
        var owner = $"worker_{number}";
        await store.CreateAsync(Samples.NewRun($"run_{number}") with { State = "0" }, [], Stop);
        var run = (await store.ClaimAsync(new($"run_{number}"), Samples.By(owner), Stop))!;
        while (!ending.IsCancellationRequested)
        {
            var next = written[number] + 1;
            run = await store.CommitAsync(run with { State = $"{next}" }, owner, [new EventDraft("counted", Payload: $"{next}")], Stop);
            await store.AppendAsync(run.Id, owner, [new EventDraft("counted", Payload: $"{-next}")], Stop);
            Volatile.Write(ref written[number], next);
        }
    }

    private static async Task UntilAllWriteAsync(int[] written)
    {
        var before = written.ToArray();
        while (before.Index().Any(one => Volatile.Read(ref written[one.Index]) < one.Item + 5)) await Task.Delay(10, Stop);
    }
}
