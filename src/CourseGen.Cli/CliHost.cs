using CourseGen.Cli.Showing;
using CourseGen.Runs;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Bubblewrap;

namespace CourseGen.Cli;

/// <summary>What the commands get from the world around them.</summary>
/// <param name="StartSandbox">Starts the engine that programs are boxed with.</param>
internal sealed record CliHost(Screen Screen, Func<CancellationToken, Task<ISandbox>> StartSandbox, TimeProvider Time, IIds Ids)
{
    public static CliHost OfThisMachine() =>
        new(Screen.OfTerminal(), StartBubblewrapAsync, TimeProvider.System, new SortableIds(TimeProvider.System));

    public static async Task<ISandbox> StartBubblewrapAsync(CancellationToken cancellation) =>
        await BubblewrapSandbox.StartAsync(new BubblewrapOptions(), cancellation);
}
