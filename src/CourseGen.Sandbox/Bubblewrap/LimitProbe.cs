namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Runs into each limit once, with programs that are on every machine.</summary>
internal static class LimitProbe
{
    private static readonly TimeSpan Wall = TimeSpan.FromSeconds(5);

    private static readonly Limits Limits = new(TimeSpan.FromMilliseconds(300), 32 << 20, 32, 4 << 20, 1 << 16);

    // `tail` keeps all it reads, which has no line end.
    private static readonly (LimitKind Limit, string Script)[] Attempts =
    [
        (LimitKind.Memory, "head -c 200000000 /dev/zero | tail"),
        (LimitKind.Processes, "n=0; while [ $n -lt 200 ]; do sleep 5 & n=$((n + 1)); done"),
        (LimitKind.Cpu, "while :; do :; done"),
        (LimitKind.Disk, "head -c 20000000 /dev/zero >file"),
        (LimitKind.Output, "head -c 1000000 /dev/zero"),
    ];

    public static async Task<IReadOnlyList<Guarantee>> AskAsync(BubblewrapSandbox sandbox, CancellationToken cancellation)
    {
        var guarantees = new List<Guarantee>();
        foreach (var (limit, script) in Attempts)
        {
            await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Limits }, cancellation);
            var command = new Command { Arguments = ["sh", "-c", script], Phase = "probe", Wall = Wall };
            var result = await session.RunAsync(Side.Learner, command, cancellation);
            var held = result.Ending is Ending.OverLimit over && over.Limit == limit;
            guarantees.Add(new Guarantee($"a program that goes over its limit is ended: {limit}", held, Required: false, $"it came back as {result.Ending}"));
        }

        return guarantees;
    }
}
