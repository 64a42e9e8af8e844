using CourseGen.Domain.Content;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Storage.Sqlite;
using CourseGen.Testing;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests.Sqlite;

/// <summary>What SQLite says about its troubles, and how it opens a database.</summary>
public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(_folder.FullName, SqliteDatabase.FileName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_written_is_there_after_opening_again()
    {
        var run = Samples.NewRun("run_1");
        using (var database = Open())
            await new RunStore(database).CreateAsync(run, [], Stop);

        using var again = Open();

        (await new RunStore(again).FindAsync(run.Id, Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_crash_loses_nothing_because_every_commit_is_on_the_disk()
    {
        using var database = Open();

        (await database.ReadAsync(session => session.ScalarAsync<string>("PRAGMA journal_mode"), Stop)).ShouldBe("wal");
        (await database.ReadAsync(session => session.ScalarAsync<long>("PRAGMA synchronous"), Stop)).ShouldBe(2);
        (await database.ReadAsync(session => session.ScalarAsync<long>("PRAGMA foreign_keys"), Stop)).ShouldBe(1);
    }

    [Fact]
    public void Many_may_open_a_new_database_at_once()
    {
        Parallel.For(0, 8, _ => Open().Dispose());

        Query("SELECT count(*) FROM schema_migrations WHERE number = 1").ShouldBe(1);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_to_be()
    {
        // Root may write everywhere but to what is no real folder.
        var folder = Environment.IsPrivilegedProcess ? "/proc/self/fdinfo" : _folder.FullName;
        if (!Environment.IsPrivilegedProcess) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var trouble = Refused(() => SqliteDatabase.Open(folder, _time).Dispose());

        if (!Environment.IsPrivilegedProcess)
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        trouble.Code.ShouldBe("store_not_writable");
        trouble.Sentence.ShouldContain(folder);
        trouble.Rule.ShouldBe(new RetryRule.Never());
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_to_be_unwritable()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "file"), "");

        Refused(() => SqliteDatabase.Open(Path.Combine(_folder.FullName, "file", "sub"), _time).Dispose())
            .Code.ShouldBe("store_not_writable");
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_by_the_name_of_its_migration()
    {
        Open().Dispose();
        Execute("INSERT INTO schema_migrations VALUES (9999, '9999-wonders', 'x', 'x')");

        var trouble = Refused(() => Open().Dispose());

        trouble.Code.ShouldBe("store_newer_schema");
        trouble.Sentence.ShouldContain("9999-wonders");
    }

    [Fact]
    public void A_migration_that_was_changed_after_it_was_applied_is_refused_by_name()
    {
        Open().Dispose();
        Execute("UPDATE schema_migrations SET checksum = 'other' WHERE number = 1");

        var trouble = Refused(() => Open().Dispose());

        trouble.Code.ShouldBe("store_changed_migration");
        trouble.Sentence.ShouldContain("0001-runs");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter to a friend. ", 100));
        File.WriteAllText(FilePath, text);

        Refused(() => Open().Dispose()).Code.ShouldBe("store_not_a_database");

        File.ReadAllText(FilePath).ShouldBe(text);
    }

    [Fact]
    public async Task A_damaged_database_is_said_to_be_damaged()
    {
        using (var database = Open())
            await new BlobStore(database).PutAsync(new byte[200_000], Stop);
        var bytes = await File.ReadAllBytesAsync(FilePath, Stop);
        // Everything but the first page, which says where things are.
        bytes.AsSpan(4096).Fill(0x5a);
        await File.WriteAllBytesAsync(FilePath, bytes, Stop);

        Refused(() =>
        {
            using var database = Open();
            new RunStore(database).ListAsync(new RunQuery(), Stop).GetAwaiter().GetResult();
        }).Code.ShouldBe("store_damaged");
    }

    [Fact]
    public async Task Content_that_changed_on_the_disk_is_not_handed_out()
    {
        using var database = Open();
        var blobs = new BlobStore(database);
        var id = await blobs.PutAsync("abc"u8.ToArray(), Stop);
        Execute("UPDATE blobs SET bytes = x'00'");

        (await Should.ThrowAsync<StoreException>(() => blobs.ReadAsync(id, Stop))).Trouble.Code.ShouldBe("store_damaged");
    }

    [Fact]
    public async Task A_database_that_another_program_keeps_locked_is_said_to_be_locked_and_works_again_afterwards()
    {
        using var database = SqliteDatabase.Open(
            _folder.FullName, _time, new SqliteSettings { LockTimeout = TimeSpan.FromMilliseconds(20) });
        var store = new RunStore(database);
        using (var other = Connect())
        {
            using var transaction = other.BeginTransaction(deferred: false);
            var locked = await Should.ThrowAsync<StoreException>(
                () => store.CreateAsync(Samples.NewRun("run_1"), [], Stop));
            locked.Trouble.Code.ShouldBe("store_locked");
            locked.Rule.ShouldBeOfType<RetryRule.After>();
            (await store.FindAsync(new RunId("run_1"), Stop)).ShouldBeNull();
        }

        await store.CreateAsync(Samples.NewRun("run_1"), [], Stop);
    }

    [Fact]
    public async Task A_full_disk_is_said_to_be_full_and_what_was_there_stays()
    {
        using var database = Open();
        var blobs = new BlobStore(database);
        var kept = await blobs.PutAsync("abc"u8.ToArray(), Stop);
        await database.ReadAsync(session => session.ScalarAsync<long>("PRAGMA max_page_count = 1"), Stop);

        var full = await Should.ThrowAsync<StoreException>(() => blobs.PutAsync(new byte[1_000_000], Stop));

        full.Trouble.Code.ShouldBe("store_full");
        full.Message.ShouldContain("nothing that was saved is lost");
        (await blobs.ExistsAsync(kept, Stop)).ShouldBeTrue();
        (await blobs.ExistsAsync(BlobId.Of(new byte[1_000_000]), Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_disk_that_fills_up_while_a_transaction_is_committed_undoes_it_and_says_so()
    {
        // Only root may mount a disk that is small.
        if (!Environment.IsPrivilegedProcess) return;
        using var disk = new SmallDisk(_folder.FullName, "1m");
        using var database = Open();
        var blobs = new BlobStore(database);
        List<BlobId> kept = [];

        StoreException? full = null;
        for (var size = 40_000; full is null && size < 2_000_000; size += 1000)
        {
            try
            {
                kept.Add(await blobs.PutAsync(new byte[size], Stop));
            }
            catch (StoreException e)
            {
                full = e;
            }
        }

        full!.Trouble.Code.ShouldBe("store_full");
        foreach (var blob in kept) (await blobs.ExistsAsync(blob, Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_statement_of_ours_that_is_wrong_is_a_bug_and_no_trouble()
    {
        using var database = Open();

        await Should.ThrowAsync<SqliteException>(
            () => database.WriteAsync(session => session.ExecuteAsync("SELECT nonsense"), Stop));
    }

    private static StoreTrouble Refused(Action action) => Should.Throw<StoreException>(action).Trouble;

    private SqliteDatabase Open() => SqliteDatabase.Open(_folder.FullName, _time);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = FilePath,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Query(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
