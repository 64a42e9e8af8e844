using System.CommandLine;
using CourseGen.App.Verifying;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Bundles;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen certify</c>: runs a bundle against itself and says whether it holds.</summary>
internal static class CertifyCommand
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "The bundle's folder." };
        var engine = Engines.Option();
        var image = Engines.ImageOption();
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "Write the evidence as JSON." };
        var html = new Option<string?>("--html") { HelpName = "FILE", Description = "Write the evidence as one page for a person." };
        var junit = new Option<string?>("--junit") { HelpName = "FILE", Description = "Write the matrix as JUnit XML, for CI systems." };
        var sarif = new Option<string?>("--sarif") { HelpName = "FILE", Description = "Write the findings as SARIF, for code hosts." };
        var reruns = Numbers.Option("--reruns", "How often the bundle's own programs are run.", CertifyOptions.DefaultReruns, 1, 100);
        var jobs = Numbers.Option("--jobs", "How many suites run at once.", CertifyOptions.DefaultJobs, 1, 256);
        var seed = Numbers.Option("--seed", "Chooses the mutants.", CertifyOptions.DefaultSeed, 0, int.MaxValue);
        var only = new Option<string?>("--only") { HelpName = "DELIVERABLE", Description = "Run the suites of one deliverable. Certifies nothing of the others." };
        var fresh = new Option<bool>("--fresh") { Description = "Run everything, whatever earlier certifications have shown." };
        var data = CommonOptions.Data();
        var command = new Command("certify", "Run a bundle against its own starter, reference and wrong solutions, and certify or refuse it.")
        {
            folder, engine, image, json, html, junit, sarif, reruns, jobs, seed, only, fresh, data,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var choice = Engines.Require(parsed.GetRequiredValue(engine), parsed.GetValue(image));
            var files = new OutputFiles(
                OutputFile.At("--json", parsed.GetValue(json)), OutputFile.At("--html", parsed.GetValue(html)),
                OutputFile.At("--junit", parsed.GetValue(junit)), OutputFile.At("--sarif", parsed.GetValue(sarif))).Checked();
            var options = new CertifyOptions(parsed.GetValue(reruns), parsed.GetValue(jobs), parsed.GetValue(only)) { Seed = parsed.GetValue(seed) };
            var kept = new KeptCells(
                Path.Combine(DataFolder.FolderOf(parsed.GetRequiredValue(data)), "cells"), ToolchainMark.OfThisMachine, parsed.GetValue(fresh), host.Time);
            return RunAsync(host, new(parsed.GetRequiredValue(folder), choice, options, files, kept), cancellation);
        });
        return command;
    }

    /// <summary>What was asked for.</summary>
    private sealed record Wish(string Folder, EngineChoice Engine, CertifyOptions Options, OutputFiles Files, KeptCells Kept);

    private static async Task<int> RunAsync(CliHost host, Wish wish, CancellationToken cancellation)
    {
        var (folder, engine, options, files, kept) = wish;
        var bundle = await ReadAsync(folder, options.Seed ?? CertifyOptions.DefaultSeed, files, cancellation);
        if (options.Only is { } only) BundleFolder.Deliverable(bundle.Manifest, "--only", only);
        kept.Prune();
        await using var sandbox = await Engines.StartForAsync(host, engine, bundle, cancellation);
        var evidence = await ProgressView.RunAsync(host, "Preparing the starter", progress =>
            new Certifier(sandbox, host.Ids, kept).CertifyAsync(bundle, options, progress, cancellation));
        if (kept.Trouble is { } trouble) evidence = evidence with { Notes = [.. evidence.Notes, $"Results could not be kept for the next time: {trouble}"] };
        if (files.Json is not null) await files.Json.WriteAsync(EvidenceJson.Write(evidence), cancellation);
        if (files.Html is not null) await files.Html.WriteAsync(EvidencePage.Write(evidence), cancellation);
        if (files.JUnit is not null) await files.JUnit.WriteAsync(EvidenceJUnit.Write(evidence), cancellation);
        if (files.Sarif is not null) await files.Sarif.WriteAsync(Sarif(folder).Write(bundle, evidence), cancellation);
        CertifyScreen.Show(host.Screen, evidence, files);
        return evidence.Certified ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<Bundle> ReadAsync(string folder, int seed, OutputFiles files, CancellationToken cancellation)
    {
        try
        {
            return BundleFolder.Read(folder);
        }
        catch (BundleInvalidException invalid)
        {
            if (files.Json is not null) await files.Json.WriteAsync(EvidenceJson.Write(invalid, seed), cancellation);
            if (files.JUnit is not null) await files.JUnit.WriteAsync(EvidenceJUnit.Write(invalid), cancellation);
            if (files.Sarif is not null) await files.Sarif.WriteAsync(Sarif(folder).Write(invalid), cancellation);
            throw;
        }
    }

    // Code hosts want paths from the root of the repository, which is where such a command is run.
    private static EvidenceSarif Sarif(string folder)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(folder));
        return new(ProductVersion.Number, relative == "." || relative.StartsWith("..", StringComparison.Ordinal) ? "" : relative);
    }
}
