using CourseGen.SandboxTests.Attacks;
using CourseGen.SandboxTests.Contract;

[assembly: AssemblyFixture(typeof(BuiltPrograms))]

namespace CourseGen.SandboxTests.Attacks;

/// <summary>The programs of all attacks, compiled once for all engines, by the first that asks.</summary>
public sealed class BuiltPrograms : IAsyncDisposable
{
    private readonly Lazy<Task<TemporaryFolder>> _built = new(() => Corpus.BuildAsync(CancellationToken.None));

    /// <summary>The folder they are in, on the host.</summary>
    public async Task<string> FolderAsync() => (await _built.Value).Path;

    public async ValueTask DisposeAsync()
    {
        if (_built.IsValueCreated)
            (await _built.Value).Dispose();
    }
}
