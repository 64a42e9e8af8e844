using CourseGen.App.Content;
using CourseGen.App.Publishing;
using CourseGen.App.Teaching;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;
using CourseGen.Sandbox;
using CourseGen.Storage;
using CourseGen.Storage.Sqlite;
using CourseGen.Testing;

namespace CourseGen.Tests.Teaching;

/// <summary>Everything that publishes and teaches, put together as a program does it, on a power that may be cut.</summary>
internal sealed class School : IAsyncDisposable
{
    private readonly RunKinds _kinds;
    private readonly CuttingRunStore _runs;

    /// <param name="folder">The data folder.</param>
    public School(SqliteDatabase database, string folder, ISandbox sandbox, ManualTime time, PowerCut? power = null)
    {
        power ??= PowerCut.Never();
        Time = time;
        Ids = new SortableIds(time);
        _runs = new CuttingRunStore(new RunStore(database), power);
        Blobs = new CuttingBlobStore(new BlobStore(database), power);
        Courses = new CuttingCourseStore(new CourseStore(database), power);
        Learning = new CuttingLearningStore(new LearningStore(database), power);
        Trees = new(Blobs);
        Workspaces = new(Path.Combine(folder, "workspaces"), Trees, Ids, time);
        Benches = new(sandbox, Trees);
        var grader = new Grader(Workspaces, Ids);
        _kinds = new(
            new PublishingKind(
                new(Trees, Blobs, Courses, "1.0-test"),
                new(Courses, Blobs, new(Benches, Workspaces, grader), time),
                new(Courses)),
            new GradingKind(new(Learning, Courses, Benches, grader)));
        Desk = new(_runs, _kinds, Ids, Bell);
        Publications = new(Trees, Blobs, Desk);
        Enrollments = new(Learning, Courses, Workspaces, Ids);
        Submissions = new(Learning, Workspaces, Desk, Ids);
    }

    public ManualTime Time { get; }

    public IIds Ids { get; }

    public RunBell Bell { get; } = new();

    public IBlobStore Blobs { get; }

    public ICourseStore Courses { get; }

    public ILearningStore Learning { get; }

    public TreeStore Trees { get; }

    public Workspaces Workspaces { get; }

    public SnapshotBenches Benches { get; }

    public RunDesk Desk { get; }

    public Publications Publications { get; }

    public Enrollments Enrollments { get; }

    public Submissions Submissions { get; }

    /// <summary>Works on a run until it waits or ends.</summary>
    public Task<Run> RunAsync(RunId id, CancellationToken cancellation) =>
        new RunLoop(_runs, _kinds, new(Ids, Time, Bell), new()).RunOneAsync(id, cancellation);

    /// <summary>Works on a run until it waits or ends, moving the clock through its delays, and only while it sleeps.</summary>
    public async Task<Run> RunThroughAsync(RunId id, CancellationToken cancellation)
    {
        var work = RunAsync(id, cancellation);
        while (!work.IsCompleted)
        {
            // A loop that has read the clock before it was moved begins its sleep after: the clock goes on until it has woken.
            if (await _runs.FindAsync(id, cancellation) is { Status: RunStatus.Active, LeaseOwner: null, WakeAt: { } wake })
                Time.Advance(wake > Time.GetUtcNow() ? wake - Time.GetUtcNow() : TimeSpan.FromSeconds(1));
            await Task.WhenAny(work, Task.Delay(10, cancellation));
        }

        return await work;
    }

    /// <summary>The events of a run.</summary>
    public Task<IReadOnlyList<RunEvent>> EventsAsync(RunId id, CancellationToken cancellation) => _runs.ReadEventsAsync(id, 0, 1000, cancellation);

    /// <summary>The evidence document of a bundle, from the certification that people run.</summary>
    public static async Task<string> EvidenceAsync(Bundle bundle, ISandbox sandbox, IIds ids, CancellationToken cancellation) =>
        EvidenceJson.Write(await new Certifier(sandbox, ids).CertifyAsync(bundle, new(1, CertifyOptions.DefaultJobs), null, cancellation));

    /// <summary>Publishes a bundle and returns its snapshot.</summary>
    public async Task<Snapshot> PublishAsync(Bundle bundle, ISandbox sandbox, CancellationToken cancellation)
    {
        var evidence = await EvidenceAsync(bundle, sandbox, Ids, cancellation);
        var run = await Publications.StartAsync(bundle, evidence, null, cancellation);
        run = await RunAsync(run.Id, cancellation);
        return run.Status == RunStatus.Succeeded
            ? (await Courses.FindPublishedAsync(bundle.Manifest.Slug, cancellation))!
            : throw new InvalidOperationException($"{run.Status}: {run.Sentence} {string.Join(' ', run.Codes)} {string.Join('\n', (await EventsAsync(run.Id, cancellation)).Select(one => one.Payload))}");
    }

    public ValueTask DisposeAsync() => Benches.DisposeAsync();
}
