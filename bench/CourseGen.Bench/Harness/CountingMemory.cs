using CourseGen.App.Verifying;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Bench.Harness;

/// <summary>Remembers nothing but how many suites were run.</summary>
internal sealed class CountingMemory : ICellMemory
{
    private int _suites;

    public int Suites => _suites;

    public Task<SuiteResult?> FindAsync(string key) => Task.FromResult<SuiteResult?>(null);

    public Task SaveAsync(string key, SuiteResult result, CertifyProgress progress)
    {
        Interlocked.Increment(ref _suites);
        return Task.CompletedTask;
    }
}
