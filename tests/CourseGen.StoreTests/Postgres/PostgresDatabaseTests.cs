using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Storage.Postgres;
using CourseGen.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests.Postgres;

/// <summary>What PostgreSQL says about its troubles, how it opens a database, and how it rings.</summary>
public sealed class PostgresDatabaseTests : IAsyncLifetime
{
    private static readonly PostgresSettings Impatient =
        new() { LockTimeout = TimeSpan.FromMilliseconds(50), Patience = TimeSpan.FromMilliseconds(300), RetryPause = TimeSpan.FromMilliseconds(50) };

    private string _address = null!;
    private PostgresServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.SharedAsync();
        _address = await _server.CreateAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Many_may_open_a_new_database_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await PostgresDatabase.OpenAsync(_address, TimeProvider.System)).Dispose()));

        using var database = await OpenAsync();
        (await database.ReadAsync(session => session.ScalarAsync<long>("SELECT count(*) FROM schema_migrations WHERE number = 1"), Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_by_the_name_of_its_migration()
    {
        (await OpenAsync()).Dispose();
        await ExecuteAsync("INSERT INTO schema_migrations VALUES (9999, '9999-wonders', 'x', now())");

        var trouble = await RefusedAsync(() => OpenAsync());

        trouble.Code.ShouldBe("store_newer_schema");
        trouble.Sentence.ShouldContain("9999-wonders");
    }

    [Fact]
    public async Task A_migration_that_was_changed_after_it_was_applied_is_refused_by_name()
    {
        (await OpenAsync()).Dispose();
        await ExecuteAsync("UPDATE schema_migrations SET checksum = 'other' WHERE number = 1");

        (await RefusedAsync(() => OpenAsync())).Sentence.ShouldContain("0001-runs");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_said_not_to_let_us_in()
    {
        var trouble = await RefusedAsync(() => PostgresDatabase.OpenAsync(_server.AddressOf("nowhere"), TimeProvider.System, Impatient));

        trouble.Code.ShouldBe("store_not_let_in");
        trouble.NextStep.ShouldContain("createdb");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_out_of_reach()
    {
        var trouble = await RefusedAsync(() => PostgresDatabase.OpenAsync("postgres://ada:secret@127.0.0.1:1/coursegen", TimeProvider.System, Impatient));

        trouble.Code.ShouldBe("store_unreachable");
        trouble.Sentence.ShouldContain("127.0.0.1:1/coursegen");
        trouble.Sentence.ShouldNotContain("secret");
        trouble.Rule.ShouldBeOfType<RetryRule.After>();
    }

    [Theory]
    [InlineData("postgres://")]
    [InlineData("postgres://host:port/database")]
    [InlineData("postgres://host/database?sslmode=sometimes")]
    [InlineData("postgres://ada:secret@host/database?colour=blue")]
    public async Task An_address_that_cannot_be_read_is_refused_without_repeating_it(string address)
    {
        var trouble = await RefusedAsync(() => PostgresDatabase.OpenAsync(address, TimeProvider.System, Impatient));

        trouble.Code.ShouldBe("store_bad_address");
        trouble.Sentence.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_database_in_another_encoding_is_refused()
    {
        await _server.ExecuteAsync("postgres", "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");

        var trouble = await RefusedAsync(() => PostgresDatabase.OpenAsync(_server.AddressOf("latin"), TimeProvider.System, Impatient));

        trouble.Code.ShouldBe("store_unsuitable");
        trouble.Sentence.ShouldContain("LATIN1");
    }

    [Fact]
    public async Task A_user_who_may_not_write_is_told_so()
    {
        (await OpenAsync()).Dispose();
        await ExecuteAsync("CREATE ROLE reader LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");

        var trouble = await RefusedAsync(() => PostgresDatabase.OpenAsync(
            _address.Replace("coursegen@", "reader@", StringComparison.Ordinal), TimeProvider.System, Impatient));

        trouble.Code.ShouldBe("store_not_writable");
    }

    [Fact]
    public async Task Rows_that_another_program_keeps_locked_are_said_to_be_and_work_again_afterwards()
    {
        using var database = await OpenAsync();
        var store = new RunStore(database);
        var run = await store.CreateAsync(Samples.NewRun("run_1"), [], Stop);
        await using (var other = new NpgsqlConnection(database.ConnectionString))
        {
            await other.OpenAsync(Stop);
            await using var transaction = await other.BeginTransactionAsync(Stop);
            await using var command = new NpgsqlCommand("SELECT 1 FROM runs FOR UPDATE", other);
            await command.ExecuteNonQueryAsync(Stop);
            (await RefusedAsync(() => store.CommitAsync(run with { State = "1" }, null, [], Stop))).Code.ShouldBe("store_locked");
            // Whoever looks for work finds it all the same.
            (await store.ListReadyAsync([Samples.Kind], 1, Stop)).ShouldNotBeEmpty();
        }

        (await store.CommitAsync(run with { State = "1" }, null, [], Stop)).State.ShouldBe("1");
    }

    [Fact]
    public async Task Content_that_changed_on_the_server_is_not_handed_out()
    {
        using var database = await OpenAsync();
        var blobs = new BlobStore(database);
        var id = await blobs.PutAsync("abc"u8.ToArray(), Stop);
        await ExecuteAsync("UPDATE blobs SET bytes = '\\x00'");

        (await RefusedAsync(() => blobs.ReadAsync(id, Stop))).Code.ShouldBe("store_damaged");
    }

    [Fact]
    public async Task Time_is_the_servers()
    {
        using var database = await OpenAsync();
        await ExecuteAsync("CREATE OR REPLACE FUNCTION coursegen_now() RETURNS TIMESTAMPTZ LANGUAGE sql STABLE AS $$ SELECT '2001-02-03 04:05:06Z'::TIMESTAMPTZ $$");
        var store = new RunStore(database);

        await store.CreateAsync(Samples.NewRun("run_1"), [], Stop);
        var claimed = await store.ClaimAsync(new("run_1"), Samples.By("worker"), Stop);

        claimed!.LeaseUntil.ShouldBe(new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero) + Samples.Lease);
        (await store.NowAsync(Stop)).Year.ShouldBe(2001);
    }

    [Fact]
    public async Task The_bell_rings_for_runs_of_other_processes()
    {
        using var database = await OpenAsync();
        using var other = await OpenAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var bell = new RunBell();
        var first = bell.NextRing;
        var listening = database.ListenAsync(bell.Ring, stop.Token);
        await first;

        var ring = bell.NextRing;
        await new RunStore(other).CreateAsync(Samples.NewRun("run_1"), [], Stop);
        await ring.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        ring = bell.NextRing;
        await new RunStore(other).RequestCancelAsync(new("run_1"), "ada", Stop);
        await ring.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        await stop.CancelAsync();
        await listening;
    }

    [Fact]
    public async Task Work_that_is_no_transaction_is_done_one_after_another()
    {
        using var database = await PostgresDatabase.OpenAsync(_address, TimeProvider.System, cancellation: Stop);
        using var other = await PostgresDatabase.OpenAsync(_address, TimeProvider.System, cancellation: Stop);
        var inside = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? database : other).InTurnAsync(
            "a turn",
            async () =>
            {
                Interlocked.Increment(ref inside).ShouldBe(1);
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            },
            Stop)));
    }

    [Fact]
    public async Task Work_that_is_no_transaction_is_done_once_although_its_connection_breaks()
    {
        using var database = await OpenAsync();
        var done = 0;

        await database.InTurnAsync(
            "a turn",
            async () =>
            {
                done++;
                await ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            },
            Stop);

        done.ShouldBe(1);
        await database.InTurnAsync("a turn", () => Task.FromResult(done++), Stop);
        done.ShouldBe(2);
    }

    [Fact]
    public async Task A_transaction_that_stood_still_for_too_long_is_done_again()
    {
        var time = new ManualTime();
        using var database = await PostgresDatabase.OpenAsync(_address, time, Impatient, Stop);
        var tries = 0;

        var write = database.WriteAsync(
            async session =>
            {
                if (++tries > 1) return;
                // A machine that is suspended in the middle, for longer than anybody is patient.
                await session.ExecuteAsync("SET LOCAL idle_in_transaction_session_timeout = 1");
                await EndedAsync(await session.ScalarAsync<int>("SELECT pg_backend_pid()"));
                time.Advance(TimeSpan.FromHours(1));
                await session.ExecuteAsync("SELECT 1");
            },
            Stop);
        await time.AdvanceUntilAsync(write, Impatient.RetryPause);

        tries.ShouldBe(2);
    }

    [Fact]
    public async Task A_statement_of_ours_that_is_wrong_is_a_bug_and_no_trouble()
    {
        using var database = await OpenAsync();

        await Should.ThrowAsync<PostgresException>(() => database.WriteAsync(session => session.ExecuteAsync("SELECT nonsense"), Stop));
    }

    private static async Task<StoreTrouble> RefusedAsync(Func<Task> action) => (await Should.ThrowAsync<StoreException>(action)).Trouble;

    private async Task EndedAsync(int connection)
    {
        using var database = await OpenAsync();
        while (await database.ReadAsync(session => session.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE pid = @connection", new { connection }), Stop) > 0)
            await Task.Delay(10, Stop);
    }

    private Task<PostgresDatabase> OpenAsync() => PostgresDatabase.OpenAsync(_address, TimeProvider.System, Impatient, Stop);

    private Task ExecuteAsync(string sql) => _server.ExecuteAsync(new Uri(_address).AbsolutePath[1..], sql);
}
