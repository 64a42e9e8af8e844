using CourseGen.App.Authoring;
using CourseGen.Runs;
using CourseGen.Sandbox;

namespace CourseGen.Cli.Composition;

/// <summary>Everything that drives runs in this process: the kinds with their steps, a worker, and a desk for people.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly ModelFactory _models = new();
    private readonly ISandbox _sandbox;

    public Workshop(DataFolder data, ISandbox sandbox)
    {
        _sandbox = sandbox;
        Data = data;
        Ids = new SortableIds(TimeProvider.System);
        var room = new Workroom(_models.Open, sandbox, data.Blobs, Ids);
        var kinds = new RunKinds(AuthoringSteps.Graph(room));
        var bell = new RunBell();
        Desk = new(data.Runs, kinds, Ids, bell);
        Loop = new(data.Runs, kinds, new(Ids, TimeProvider.System, bell), new());
    }

    public DataFolder Data { get; }

    public IIds Ids { get; }

    public RunDesk Desk { get; }

    public RunLoop Loop { get; }

    public ISandbox Sandbox => _sandbox;

    public async ValueTask DisposeAsync()
    {
        _models.Dispose();
        await _sandbox.DisposeAsync();
    }
}
