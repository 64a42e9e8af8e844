using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Sandbox.Oci;

namespace CourseGen.Cli;

/// <summary>What the commands get from the world around them.</summary>
/// <param name="StartSandbox">Starts the engine that programs are boxed with.</param>
internal sealed record CliHost(Screen Screen, Func<EngineChoice, CancellationToken, Task<ISandbox>> StartSandbox, TimeProvider Time, IIds Ids)
{
    public static CliHost OfThisMachine() =>
        new(Screen.OfTerminal(), StartAsync, TimeProvider.System, new SortableIds(TimeProvider.System));

    public static async Task<ISandbox> StartAsync(EngineChoice engine, CancellationToken cancellation) =>
        new QueuedSandbox(await StartEngineAsync(engine, cancellation), QueueLimits.OfThisMachine);

    private static async Task<ISandbox> StartEngineAsync(EngineChoice engine, CancellationToken cancellation)
    {
        var options = new OciOptions { Image = engine.Image };
        if (engine.Name == Engines.Oci) return await OciSandbox.StartAsync(options, cancellation);
        var image = engine.Image is null ? null : await new ImageRoots(ImageRoots.DefaultFolder).UseAsync(options, cancellation);
        return await BubblewrapSandbox.StartAsync(new BubblewrapOptions { Image = image }, cancellation);
    }
}
