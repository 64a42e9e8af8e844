using CourseGen.App.Verifying;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>Keeps the cells of a matrix as checkpoints of the run, so that a crash or a repair runs again only what it has to.</summary>
internal sealed class RunCells(IStepItems items) : ICellMemory
{
    public async Task<SuiteResult?> FindAsync(string key) =>
        await items.FindAsync($"cell/{key}") is { } json ? RunJson.Read<SuiteResult>(json) : null;

    public Task SaveAsync(string key, SuiteResult result, CertifyProgress progress) =>
        items.SaveAsync($"cell/{key}", RunJson.Write(result), new(AuthoringEvents.CellDone, RunJson.Write(progress)));
}
