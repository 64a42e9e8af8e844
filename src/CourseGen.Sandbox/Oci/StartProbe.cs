namespace CourseGen.Sandbox.Oci;

/// <summary>
/// Runs two programs when the engine starts: an engine that loses exit statuses would pass every wrong solution, and some
/// ignore the limits they are given without a word.
/// </summary>
internal static class StartProbe
{
    private const int Status = 7;

    private static readonly TimeSpan Wall = TimeSpan.FromSeconds(20);
    private static readonly Limits Limits = new(TimeSpan.FromSeconds(10), 32 << 20, 16, 1 << 20, 1 << 10);

    // `tail` keeps all it reads, which has no line end.
    private static readonly (string Promise, string Script, bool Required, Func<Ending, bool> Holds)[] Attempts =
    [
        ("a program runs in a box and its exit status comes back", $"exit {Status}", true, ending => ending is Ending.Exited { Code: Status }),
        ("memory of a box is limited", "head -c 200000000 /dev/zero | tail", false, ending => ending is Ending.OverLimit { Limit: LimitKind.Memory }),
    ];

    public static async Task<IReadOnlyList<Guarantee>> AskAsync(OciSandbox sandbox, CancellationToken cancellation)
    {
        try
        {
            await using var session = await sandbox.OpenSessionAsync(new SessionSpec { Layers = [], Limits = Limits }, cancellation);
            return [.. await Task.WhenAll(Attempts.Select(async attempt =>
            {
                var command = new Command { Arguments = ["sh", "-c", attempt.Script], Phase = "probe", Wall = Wall };
                var result = await session.RunAsync(Side.Learner, command, cancellation);
                return new Guarantee(attempt.Promise, attempt.Holds(result.Ending), attempt.Required, $"a program that should show it came back as {result.Ending}");
            }))];
        }
        catch (SandboxException failed)
        {
            return [new Guarantee(Attempts[0].Promise, false, Required: true, failed.Message)];
        }
    }
}
