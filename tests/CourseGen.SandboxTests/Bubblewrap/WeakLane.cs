using CourseGen.Sandbox;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>A bubblewrap engine that lacks a defence.</summary>
internal sealed class WeakLane(string without, string canaries) : BubblewrapLane
{
    private readonly TemporaryFolder _shared = new();
    private Weakness _weakness = null!;

    public async Task StartWeakAsync(CancellationToken cancellation)
    {
        File.SetUnixFileMode(_shared.Path, (UnixFileMode)0b111_111_111);
        _weakness = Weakness.Named(without, canaries, _shared.Path);
        await StartAsync(cancellation);
        _weakness.Apply(Engine, Path.Combine(Directory.EnumerateDirectories(WorkFolder).Single(), "scripts"));
    }

    /// <remarks>Without process namespaces, any program leaves something behind: that would prove nothing of an attack.</remarks>
    public override Task<IReadOnlyList<string>> LeftoversAsync() => Task.FromResult<IReadOnlyList<string>>([]);

    public override Limits Relax(Limits limits) => _weakness.Limits(limits);

    public override TimeSpan Relax(TimeSpan wall) => _weakness.Wall(wall);

    public override async Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation)
    {
        var session = await base.OpenAsync(spec, cancellation);
        await _weakness.ApplyAsync((BubblewrapSession)session, cancellation);
        return session;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _shared.Dispose();
    }

    public override async Task<CollectedFile> ReadAsync(ISession session, string name, CancellationToken cancellation)
    {
        if (!_weakness.ReadsNaively)
            return await base.ReadAsync(session, name, cancellation);
        return new CollectedFile.Content(await File.ReadAllBytesAsync(((BubblewrapSession)session).Holder.Reach($"/mnt/c/report/{name}"), cancellation));
    }
}
