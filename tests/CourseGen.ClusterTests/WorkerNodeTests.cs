using CourseGen.Cluster;
using CourseGen.Runs;
using CourseGen.Storage;
using CourseGen.Storage.Postgres;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.ClusterTests;

/// <summary>A node in this process, on a database of the test's own.</summary>
public sealed class WorkerNodeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SortableIds _ids = new(TimeProvider.System);
    private readonly RunBell _bell = new();
    private readonly EndlessStep _endless = new();
    private readonly RunKinds _kinds;

    public WorkerNodeTests() => _kinds = new(new OneStep("mine"), new OneStep("theirs"), _endless);

    [Fact]
    public async Task Ready_runs_of_kinds_that_nobody_serves_do_not_keep_a_node_from_its_own()
    {
        using var database = await OpenAsync(await (await PostgresServer.SharedAsync()).CreateAsync());
        for (var older = 0; older < 40; older++) await StartAsync(database, "theirs");
        var mine = await StartAsync(database, "mine");
        using var stop = new CancellationTokenSource(Patience);
        var node = NodeOn(database, new() { Kinds = ["mine"] }).RunAsync(stop.Token);

        await EndedAsync(database, mine, stop.Token);

        await stop.CancelAsync();
        await node;
        (await new RunStore(database).ListAsync(new(Kind: "theirs"), CancellationToken.None)).ShouldAllBe(run => run.Status == RunStatus.Active);
    }

    [Fact]
    public async Task A_node_ends_with_the_trouble_that_waiting_does_not_help()
    {
        var server = await PostgresServer.SharedAsync();
        await server.ExecuteAsync("postgres", "CREATE ROLE dismissed LOGIN SUPERUSER");
        var address = await server.CreateAsync();
        using var database = await OpenAsync(address.Replace("coursegen@", "dismissed@", StringComparison.Ordinal));
        using var stop = new CancellationTokenSource(Patience);
        var node = NodeOn(database, new()).RunAsync(stop.Token);
        await EndedAsync(database, await StartAsync(database, "mine"), stop.Token);

        await server.ExecuteAsync("postgres", "ALTER ROLE dismissed NOLOGIN");
        await server.ExecuteAsync("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'dismissed'");

        (await Should.ThrowAsync<StoreException>(() => node)).Trouble.Code.ShouldBe("store_not_let_in");
    }

    [Fact]
    public async Task A_node_whose_database_is_gone_is_stopped_all_the_same()
    {
        await using var server = await PostgresServer.StartAsync("");
        using var database = await OpenAsync(await server.CreateAsync());
        using var stop = new CancellationTokenSource(Patience);
        var node = NodeOn(database, new() { TimeToEnd = TimeSpan.FromSeconds(1) }).RunAsync(stop.Token);
        await StartAsync(database, _endless.Name);
        await _endless.Started.WaitAsync(stop.Token);

        await server.StopAsync(crash: true);
        await stop.CancelAsync();

        await node.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await server.StartAsync();
    }

    private static Task<PostgresDatabase> OpenAsync(string address) => PostgresDatabase.OpenAsync(address, TimeProvider.System);

    private static async Task EndedAsync(PostgresDatabase database, RunId run, CancellationToken patience)
    {
        while (await new RunStore(database).FindAsync(run, patience) is { HasEnded: false }) await Task.Delay(50, patience);
    }

    private async Task<RunId> StartAsync(PostgresDatabase database, string kind) =>
        (await new RunDesk(new RunStore(database), _kinds, _ids, _bell).StartAsync(new(kind, "A run", "{}"), CancellationToken.None)).Id;

    private WorkerNode NodeOn(PostgresDatabase database, NodeOptions options)
    {
        var worker = new RunWorker(_ids, TimeProvider.System, _bell);
        return new(database, new RunLoop(new RunStore(database), _kinds, worker, new()), worker, options);
    }

    private sealed record Nothing;

    // Its one step passes, and then it has succeeded.
    private class OneStep(string name) : RunKind<Nothing>, IStep<Nothing>
    {
        public override string Name => name;

        public override IReadOnlyDictionary<string, IStep<Nothing>> Steps => new Dictionary<string, IStep<Nothing>>(StringComparer.Ordinal) { ["work"] = this };

        public override Move<Nothing> Decide(Nothing? state, Happening happening) =>
            new(new(), happening is Happening.Started ? new Next.ToStep("work") : new Next.Succeeded());

        public virtual Task<StepResult> ExecuteAsync(StepContext<Nothing> context, CancellationToken cancellation) =>
            Task.FromResult<StepResult>(new StepResult.Passed());
    }

    // Its one step works until it is stopped.
    private sealed class EndlessStep() : OneStep("endless")
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Started => _started.Task;

        public override async Task<StepResult> ExecuteAsync(StepContext<Nothing> context, CancellationToken cancellation)
        {
            _started.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return new StepResult.Passed();
        }
    }
}
