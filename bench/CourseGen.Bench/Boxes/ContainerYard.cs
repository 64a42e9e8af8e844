using CourseGen.Sandbox;
using CourseGen.Sandbox.Oci;

namespace CourseGen.Bench.Boxes;

/// <summary>A container engine with an open session.</summary>
internal sealed class ContainerYard : IAsyncDisposable
{
    private readonly ISandbox _engine;
    private readonly ISession _open;

    private ContainerYard(ISandbox engine, ISession open)
    {
        _engine = engine;
        _open = open;
    }

    public static async Task<ContainerYard> OpenAsync()
    {
        var engine = await OciSandbox.StartAsync(new(), CancellationToken.None);
        return new(engine, await Yard.OpenAsync(engine, []));
    }

    /// <summary>Runs a program in the open session.</summary>
    public Task RunAsync(params string[] program) => Yard.RunAsync(_open, Side.Learner, program);

    /// <summary>Opens a session, runs a program, and throws it away.</summary>
    public async Task OneShotAsync(params string[] program)
    {
        await using var session = await Yard.OpenAsync(_engine, []);
        await Yard.RunAsync(session, Side.Learner, program);
    }

    public async ValueTask DisposeAsync()
    {
        await _open.DisposeAsync();
        await _engine.DisposeAsync();
    }
}
