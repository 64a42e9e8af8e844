using System.Collections.Concurrent;
using CourseGen.Domain.Content;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Storage.Sqlite;
using CourseGen.Testing;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>A desk and loops over a database of the test's own.</summary>
internal sealed class Engine : IDisposable
{
    private readonly TestDatabase _database;

    public Engine(params IEnumerable<IRunKind> kinds)
        : this(TimeSpan.FromSeconds(10), kinds)
    {
    }

    public Engine(TimeSpan lockTimeout, params IEnumerable<IRunKind> kinds)
    {
        _database = new TestDatabase(Time, new SqliteSettings { LockTimeout = lockTimeout });
        Store = new RunStore(_database.Database);
        Blobs = new BlobStore(_database.Database);
        Kinds = new RunKinds([new ToyKind(new ToyWorld(Asked, Blobs, PowerCut.Never())), .. kinds]);
    }

    public ManualTime Time { get; } = new();

    public SequentialIds Ids { get; } = new();

    public RunBell Bell { get; } = new();

    public ConcurrentQueue<CallKey> Asked { get; } = new();

    public string Folder => _database.Folder;

    public IRunStore Store { get; }

    public IBlobStore Blobs { get; }

    public RunKinds Kinds { get; }

    public RunDesk Desk => new(Store, Kinds, Ids, Bell);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public RunLoop Loop(RunLoopOptions? options = null) =>
        new(Store, Kinds, new RunWorker(Ids, Time, Bell), options ?? new RunLoopOptions());

    public Task<Run> StartToyAsync(int target, int budget = 5) =>
        Desk.StartAsync(new RunStart(ToyKind.Called, "A toy", RunJson.Write(new ToyInput(target, budget))), Stop);

    public Task<Run> StartAsync(string kind) => Desk.StartAsync(new RunStart(kind, "A run", "{}"), Stop);

    public async Task<Run> FindAsync(RunId id) => (await Store.FindAsync(id, Stop))!;

    public async Task<IReadOnlyList<RunEvent>> EventsAsync(RunId id) =>
        await Store.ReadEventsAsync(id, 0, 1000, Stop);

    public async Task<string[]> EventKindsAsync(RunId id) => [.. (await EventsAsync(id)).Select(one => one.Kind)];

    public void Dispose() => _database.Dispose();
}
