using CourseGen.App.Verifying;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.Bench.Harness;

/// <summary>
/// A certification of the URL shortener, in cells and mutants per second, against the plain way to run the same cells:
/// one container each, which installs, builds and runs the suite, one after the other.
/// </summary>
internal sealed class CertifyBench : Measurement
{
    private const int PlainCells = 8;

    public override string Name => "certify";

    public override async IAsyncEnumerable<Measured> MeasureAsync()
    {
        await using var shop = await Shop.OpenAsync();
        // Once for the machine's caches: the first cells of a day are nobody's measure.
        await CertifyAsync(shop, new(1, CertifyOptions.DefaultJobs, "shorten"));
        var plain = await PlainAsync(shop);
        var matrix = await CertifyAsync(shop, new(1, CertifyOptions.DefaultJobs));
        var cells = matrix.Matrix.Cells.Sum(cell => cell.Runs.Count);
        var rate = cells / matrix.Timings["matrix"].TotalSeconds;
        var whole = await CertifyAsync(shop, new(1, CertifyOptions.DefaultJobs) { Seed = CertifyOptions.DefaultSeed });

        yield return new($"plain: one container a cell ({PlainCells} cells)", plain * 60, "cells/min");
        yield return new($"certify: {cells} cells", rate * 60, "cells/min", $"{rate / plain:F1} × plain");
        yield return new($"mutants of {whole.Mutation.Outcomes.Count}", whole.Mutation.Outcomes.Count / whole.Timings["mutants"].TotalSeconds * 60, "mutants/min");
        yield return new("certify, matrix once and mutants", whole.Timings["total"].TotalSeconds, "s");
    }

    private static Task<Evidence> CertifyAsync(Shop shop, CertifyOptions options) =>
        new Certifier(shop.Engine, new SortableIds(TimeProvider.System)).CertifyAsync(shop.Bundle, options, null, CancellationToken.None);

    // Cells per second.
    private static async Task<double> PlainAsync(Shop shop)
    {
        await using var container = await PlainContainer.MakeAsync();
        var suites = shop.Bundle.Manifest.Suites.ToList();
        var variants = new[] { "reference", "naive-shorten-counter", "partial-redirect" };
        await container.RunAsync(shop, "reference", suites[0]);
        var start = TimeProvider.System.GetTimestamp();
        for (var cell = 0; cell < PlainCells; cell++) await container.RunAsync(shop, variants[cell % variants.Length], suites[cell % suites.Count]);
        return PlainCells / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
