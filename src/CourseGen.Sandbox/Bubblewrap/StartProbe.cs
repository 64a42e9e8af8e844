namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Runs one program when the engine starts: an engine that loses exit statuses would pass every wrong solution.</summary>
internal static class StartProbe
{
    private const string Promise = "a program runs in a box and its exit status comes back";
    private const int Status = 7;

    private static readonly Limits Limits = new(TimeSpan.FromSeconds(5), 64 << 20, 16, 1 << 20, 1 << 10);

    public static async Task<Guarantee> AskExitStatusAsync(BubblewrapSandbox sandbox, CancellationToken cancellation)
    {
        try
        {
            await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Limits }, cancellation);
            var command = new Command { Arguments = ["sh", "-c", $"exit {Status}"], Phase = "probe", Wall = TimeSpan.FromSeconds(10) };
            var result = await session.RunAsync(Side.Learner, command, cancellation);
            return new Guarantee(
                Promise, result.Ending is Ending.Exited { Code: Status }, Required: true, $"a program that exits {Status} came back as {result.Ending}");
        }
        catch (SandboxException failed)
        {
            return new Guarantee(Promise, false, Required: true, $"allow user namespaces and overlays: {failed.Message}");
        }
    }
}
