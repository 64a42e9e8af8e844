using System.Collections.Concurrent;
using CourseGen.App.Verifying;
using CourseGen.Domain.Verdicts;

namespace CourseGen.CorpusTests;

/// <summary>
/// Results of this run by what they depend on. A defective bundle differs from its sound one in a file or two, and only
/// what these concern is run again.
/// </summary>
internal sealed class SeenCells : ICellMemory
{
    private readonly ConcurrentDictionary<string, SuiteResult> _cells = new(StringComparer.Ordinal);

    public Task<SuiteResult?> FindAsync(string key) => Task.FromResult(_cells.GetValueOrDefault(key));

    public Task SaveAsync(string key, SuiteResult result, CertifyProgress progress)
    {
        _cells[key] = result;
        return Task.CompletedTask;
    }
}
