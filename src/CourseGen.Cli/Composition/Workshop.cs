using CourseGen.App.Authoring;
using CourseGen.App.Content;
using CourseGen.App.Publishing;
using CourseGen.App.Teaching;
using CourseGen.App.Verifying;
using CourseGen.Runs;
using CourseGen.Sandbox;

namespace CourseGen.Cli.Composition;

/// <summary>Everything that drives runs in this process: the kinds with their steps, a worker, and desks for people.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly ModelFactory _models;
    private readonly SnapshotBenches _benches;

    public Workshop(CliHost host, DataFolder data, ISandbox sandbox)
    {
        var (time, ids) = (host.Time, host.Ids);
        var bell = new RunBell();
        Data = data;
        Sandbox = sandbox;
        Trees = new(data.Blobs);
        _models = new(time);
        _benches = new(sandbox, Trees);
        Workspaces = new(Path.Combine(data.Path, "workspaces"), Trees, ids, time);
        var kinds = MakeKinds(time, ids);
        Desk = new(data.Runs, kinds, ids, bell);
        Kinds = kinds.Names;
        Worker = new(ids, time, bell);
        Loop = new(data.Runs, kinds, Worker, new());
        Publications = new(Trees, data.Blobs, Desk);
        Enrollments = new(data.Learning, data.Courses, Workspaces, ids);
        Submissions = new(data.Learning, Workspaces, Desk, ids);
    }

    public DataFolder Data { get; }

    public ISandbox Sandbox { get; }

    public TreeStore Trees { get; }

    public RunDesk Desk { get; }

    public RunLoop Loop { get; }

    public RunWorker Worker { get; }

    /// <summary>The names of the run kinds.</summary>
    public IReadOnlyCollection<string> Kinds { get; }

    public Workspaces Workspaces { get; }

    public Publications Publications { get; }

    public Enrollments Enrollments { get; }

    public Submissions Submissions { get; }

    public async ValueTask DisposeAsync()
    {
        await _benches.DisposeAsync();
        _models.Dispose();
        await Sandbox.DisposeAsync();
    }

    private RunKinds MakeKinds(TimeProvider time, IIds ids)
    {
        var grader = new Grader(Workspaces, ids, CertifyOptions.DefaultJobs);
        return new(
            AuthoringSteps.Graph(new(_models.Open, Sandbox, Data.Blobs, ids)),
            new PublishingKind(
                new(Trees, Data.Blobs, Data.Courses, ProductVersion.Name),
                new(Data.Courses, Data.Blobs, new(_benches, Workspaces, grader), time),
                new(Data.Courses)),
            new GradingKind(new(Data.Learning, Data.Courses, _benches, grader)));
    }
}
