using CourseGen.App.Verifying;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using CourseGen.Sandbox;

namespace CourseGen.Bench.Harness;

/// <summary>
/// A whole certification of the URL shortener, with all variants, three reruns and mutants, against what its boxes compute
/// and against the plain way to run the same cells: one container each, which installs, builds and runs the suite, one
/// after the other. Who goes the plain way runs every mutant on every hidden suite, and does not stop at the first that fails.
/// </summary>
internal sealed class CertifyBench : Measurement
{
    private const int PlainCells = 8;

    private static readonly CertifyOptions Whole = new(CertifyOptions.DefaultReruns, CertifyOptions.DefaultJobs) { Seed = CertifyOptions.DefaultSeed };

    public override string Name => "certify";

    public override async IAsyncEnumerable<Measured> MeasureAsync()
    {
        await using var shop = await Shop.OpenAsync();
        // Once for the machine's caches: the first cells of a day are nobody's measure.
        await CertifyAsync(shop.Engine, shop, Whole with { Only = "shorten", Seed = null }, null);
        var plain = await PlainAsync(shop);
        var ran = new CountingMemory();
        var boxes = new MeteredSandbox(shop.Engine);
        var evidence = await CertifyAsync(boxes, shop, Whole, ran);
        var total = evidence.Timings["total"];
        var mutants = evidence.Mutation.Outcomes.Count;
        var every = evidence.Matrix.Cells.Sum(cell => cell.Runs.Count) + mutants * shop.Bundle.Manifest.Deliverables.Count;

        yield return new($"plain: one container a cell, {PlainCells} cells", plain.TotalMilliseconds, "ms/cell");
        yield return new($"certify: {ran.Suites} suites were run", total.TotalSeconds, "s", $"{plain * ran.Suites / total:F1} × as quick as plain");
        yield return new($"certify: {every} cells were decided", total.TotalSeconds, "s", $"{plain * every / total:F1} × as quick as plain");
        yield return new("certify: the boxes' CPU time", boxes.Cpu.TotalSeconds, "s", $"it takes {total / (boxes.Cpu / Environment.ProcessorCount):F2} × that over the cores");
        yield return new("cells", evidence.Matrix.Cells.Sum(cell => cell.Runs.Count) / evidence.Timings["matrix"].TotalSeconds, "cells/s");
        yield return new("mutants", mutants / evidence.Timings["mutants"].TotalSeconds, "mutants/s");
    }

    private static Task<Evidence> CertifyAsync(ISandbox engine, Shop shop, CertifyOptions options, ICellMemory? memory) =>
        new Certifier(engine, new SortableIds(TimeProvider.System), memory).CertifyAsync(shop.Bundle, options, null, CancellationToken.None);

    // The time of one cell.
    private static async Task<TimeSpan> PlainAsync(Shop shop)
    {
        await using var container = await PlainContainer.MakeAsync();
        var suites = shop.Bundle.Manifest.Suites.ToList();
        var variants = new[] { "reference", "naive-shorten-counter", "partial-redirect" };
        await container.RunAsync(shop, "reference", suites[0]);
        var start = TimeProvider.System.GetTimestamp();
        for (var cell = 0; cell < PlainCells; cell++) await container.RunAsync(shop, variants[cell % variants.Length], suites[cell % suites.Count]);
        return TimeProvider.System.GetElapsedTime(start) / PlainCells;
    }
}
