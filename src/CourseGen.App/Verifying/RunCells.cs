using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.App.Verifying;

/// <summary>
/// Keeps results as checkpoints of one run, so that a crash or a repair runs again only what it has to. A run that goes on
/// with other programs, on another machine or after an upgrade, takes none of them.
/// </summary>
/// <param name="place">Sets these results apart from others of the run.</param>
/// <param name="news">The event kind that tells of each.</param>
internal sealed class RunCells(IStepItems items, string place, string news) : ICellMemory
{
    public async Task<SuiteResult?> FindAsync(string key) =>
        await items.FindAsync(NameOf(key)) is { } json ? RunJson.Read<SuiteResult>(json) : null;

    public Task SaveAsync(string key, SuiteResult result, CertifyProgress progress) =>
        items.SaveAsync(NameOf(key), RunJson.Write(result), new(news, RunJson.Write(progress)));

    private string NameOf(string key) => $"{place}/{ToolchainMark.Mark(ToolchainMark.OfThisMachine, key)}";
}
