using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Sandbox;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>What the harness makes of an engine that fails, and what it leaves of one that does not.</summary>
[Collection(RealSandbox.Collection)]
public sealed class EngineFaultTests(RealSandbox real) : IDisposable
{
    private readonly TinyBundle _tiny = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task An_engine_that_fails_is_never_a_verdict()
    {
        await using var broken = new BrokenSandbox(real.Engine.Report);
        var bundle = _tiny.Read();

        await Should.ThrowAsync<HarnessFaultException>(() => new Certifier(broken, new MarkedIds()).CertifyAsync(bundle, new(1, 1), null, Stop));

        await using var bench = new Workbench(broken, bundle);
        var result = await new SuiteRunner(bench, new MarkedIds()).RunAsync(WorkspaceFiles.OfStarter(bundle), new("add", SuiteKind.Visible), Roster.Unknown, Stop);
        result.Ending.ShouldBe(new SuiteEnding.HarnessFault("the engine is broken"));
        result.Passed.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_engine_that_fails_once_is_asked_again_wherever_it_failed(int call)
    {
        var bundle = _tiny.Read();
        await using var faltering = new FalteringSandbox(real.Engine, call);
        await using var bench = new Workbench(faltering, bundle);

        var result = await new SuiteRunner(bench, new MarkedIds()).RunAsync(
            WorkspaceFiles.OfVariant(bundle, bundle.Reference), new("add", SuiteKind.Visible), Roster.Unknown, Stop);

        result.Ending.ShouldBe(new SuiteEnding.Completed());
        faltering.HasFailed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_bench_leaves_no_layer_behind()
    {
        var bundle = _tiny.Read();
        await using var counting = new FalteringSandbox(real.Engine, int.MaxValue);
        await using (var bench = new Workbench(counting, bundle))
        {
            (await bench.PrepareAsync(WorkspaceFiles.OfVariant(bundle, bundle.Reference), Stop)).Layers.Count.ShouldBeGreaterThan(2);
            counting.Layers.ShouldNotBeEmpty();
        }

        counting.Layers.ShouldBeEmpty();
    }

    /// <summary>The real engine, one call of which fails: layers that are to be kept, sessions that are to be opened.</summary>
    private sealed class FalteringSandbox(ISandbox real, int failing) : ISandbox
    {
        private int _calls;

        public bool HasFailed => _calls > failing;

        /// <summary>The layers of folders that are kept.</summary>
        public HashSet<Layer> Layers { get; } = [];

        public EngineReport Report => real.Report;

        public async Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation)
        {
            Count();
            var layer = await real.KeepFolderAsync(folder, cancellation);
            lock (Layers) Layers.Add(layer);
            return layer;
        }

        public Task DropAsync(IReadOnlyCollection<Layer> layers)
        {
            Layers.ExceptWith(layers);
            return real.DropAsync(layers);
        }

        public Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation)
        {
            Count();
            return real.OpenAsync(spec, cancellation);
        }

        // The engine belongs to whoever made it.
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private void Count()
        {
            if (Interlocked.Increment(ref _calls) == failing + 1) throw new SandboxException("the engine faltered");
        }
    }

    private sealed class BrokenSandbox(EngineReport report) : ISandbox
    {
        public EngineReport Report => report;

        public Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation) => throw new SandboxException("the engine is broken");

        public Task DropAsync(IReadOnlyCollection<Layer> layers) => throw new SandboxException("the engine is broken");

        public Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation) => throw new SandboxException("the engine is broken");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
