using System.Security.Cryptography;
using System.Text;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>
/// Remembers results by what they depend on, so that a run that was interrupted or repaired runs again only what it has
/// to. What is published takes none from an earlier certification; its checkpoints are those of its own run.
/// </summary>
public interface ICellMemory
{
    Task<SuiteResult?> FindAsync(string key);

    /// <param name="progress">How far the matrix is with this result.</param>
    Task SaveAsync(string key, SuiteResult result, CertifyProgress progress);
}

/// <summary>Remembers nothing.</summary>
internal sealed class NoMemory : ICellMemory
{
    public static readonly NoMemory Instance = new();

    public Task<SuiteResult?> FindAsync(string key) => Task.FromResult<SuiteResult?>(null);

    public Task SaveAsync(string key, SuiteResult result, CertifyProgress progress) => Task.CompletedTask;
}

/// <summary>Names a result by everything it depends on.</summary>
internal static class CellKey
{
    private const string Mutant = "mutant";

    /// <summary>The key of one run of a suite.</summary>
    /// <param name="run">Tells the runs of the same cell apart.</param>
    public static string Of(Workbench bench, string workspace, SuiteId suite, Roster roster, string run)
    {
        var bundle = bench.Bundle;
        var report = bench.Sandbox.Report;
        var engine = $"{report.Name} {report.Version}{(report.ImageDigest is { } image ? $" {image}" : "")}";
        var text = new StringBuilder("cell 2\n").Append(engine).Append('\n').Append(workspace).Append('\n').Append(suite).Append('\n').Append(run).Append('\n');
        text.Append(bundle.Manifest.Surface).Append(bundle.Manifest.Runtime).Append(bundle.Manifest.Limits).Append(bundle.Manifest.ReportOf(suite)).Append('\n');
        text.AppendJoin(',', bundle.Manifest.Deliverables.SelectMany(deliverable => deliverable.Owns)).Append('\n');
        text.AppendJoin(',', roster.Of(suite)?.Select(entry => entry.Id) ?? ["unknown"]).Append('\n');
        foreach (var file in bundle.Files.Files.Where(file => Concerns(file.Path, suite)))
            text.Append(file.Path).Append(file.Executable).Append(file.Blob).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The key of a suite's run on a mutant, which has less time than others.</summary>
    public static string OfMutant(Workbench bench, WorkspaceFiles files, SuiteId suite, Roster roster) =>
        Of(bench, bench.ChangeOf(files).Digest, suite, roster, Mutant);

    private static bool Concerns(string path, SuiteId suite) =>
        path.StartsWith("starter/", StringComparison.Ordinal)
        || path.StartsWith(suite.Folder + "/", StringComparison.Ordinal)
        || (suite.Kind == SuiteKind.Hidden && path.StartsWith(BundleLayout.SharedChecks + "/", StringComparison.Ordinal));
}
