using System.Diagnostics;
using CourseGen.App.Verifying.Forgers;
using CourseGen.App.Verifying.Mutants;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using CourseGen.Sandbox;

namespace CourseGen.App.Verifying;

/// <summary>How a bundle is certified.</summary>
/// <param name="Reruns">How often the bundle's own rows are run.</param>
/// <param name="Jobs">How many suites run at once.</param>
/// <param name="Only">Limits everything to one deliverable.</param>
public sealed record CertifyOptions(int Reruns, int Jobs, string? Only = null)
{
    /// <summary>How often the bundle's own rows are run when nobody says otherwise.</summary>
    public const int DefaultReruns = 3;

    /// <summary>
    /// How many suites run at once when nobody says otherwise. A suite mostly waits (for its server, its own pauses, the
    /// kernel's set-up of a box), so there are more than cores: with fewer, cores idle while all suites pause, and with more
    /// they only get in each other's way.
    /// </summary>
    public static int DefaultJobs { get; } = Environment.ProcessorCount * 6;

    /// <summary>The seed that chooses the mutants when nobody names one.</summary>
    public const int DefaultSeed = 1;

    /// <summary>Limits the matrix to some kinds of rows; null is all of them. Such evidence certifies nothing.</summary>
    public IReadOnlySet<RowRole>? Rows { get; init; }

    /// <summary>Chooses the mutants; null runs none.</summary>
    public int? Seed { get; init; }

    /// <summary>At most this many mutants, though the bundle wants more; null leaves the number to the bundle.</summary>
    public int? MostMutants { get; init; }

    /// <summary>Whether nothing is run again once the first runs have findings: what one run refuses needs no second.</summary>
    public bool FirstRunsDecide { get; init; }
}

/// <summary>How far certification is.</summary>
/// <param name="Now">What has just been done, for a person.</param>
public sealed record CertifyProgress(int Done, int Total, string Now);

/// <summary>Our own failure kept the harness from a conclusion. Never a verdict.</summary>
public sealed class HarnessFaultException(string message) : Exception(message);

/// <summary>Runs the baseline matrix of a bundle and says what it proves.</summary>
public sealed class Certifier(ISandbox sandbox, IIds ids, ICellMemory? memory = null)
{
    /// <exception cref="HarnessFaultException">The sandbox failed again and again.</exception>
    public async Task<Evidence> CertifyAsync(
        Bundle bundle, CertifyOptions options, IProgress<CertifyProgress>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var (broken, notes) = StaticRules.Apply(bundle);
        var findings = broken.ToList();
        await using var bench = new Workbench(sandbox, bundle);
        var phases = findings.Exists(finding => finding.Code == FindingCode.ProtocolNotAuthored)
            ? []
            : await StarterPhasesAsync(bench, cancellation);
        findings.AddRange(phases);
        var blocked = findings.Exists(finding => finding.Code is FindingCode.ProtocolNotAuthored) || phases.Count > 0;
        var prepared = clock.Elapsed;
        var (matrix, roster) = blocked ? (new Matrix([]), Roster.Unknown) : await WalkAsync(bench, options, findings, progress, cancellation);
        var ran = clock.Elapsed;
        var mutation = MutantsLeftOut(bundle, options, findings) is { } why
            ? Mutation.None(options.Seed ?? CertifyOptions.DefaultSeed, bundle.Manifest.Mutation, why)
            : await MutateAsync(bench, options, (matrix, roster), progress, cancellation);
        findings.AddRange(MutationRules.Apply(mutation));
        return new()
        {
            Manifest = bundle.Manifest,
            Digest = bundle.Digest,
            Engine = Identity(sandbox.Report),
            Findings = [.. findings.DistinctBy(finding => (finding.Code, finding.Deliverable, finding.Variant, finding.Message))
                .OrderBy(finding => FindingCode.All.ToList().IndexOf(finding.Code))],
            Matrix = matrix,
            Roster = roster,
            Mutation = mutation,
            Notes = [.. notes, .. NotesOf(bundle, matrix), .. MutantNotes.Of(bundle.Manifest.Mutation, mutation)],
            Timings = new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
            {
                ["prepare"] = prepared,
                ["matrix"] = ran - prepared,
                ["mutants"] = clock.Elapsed - ran,
                ["total"] = clock.Elapsed,
            },
        };
    }

    /// <summary>Runs the matrix, in the rounds that the options ask for, and adds what it shows to the findings.</summary>
    private async Task<(Matrix Matrix, Roster Roster)> WalkAsync(
        Workbench bench, CertifyOptions options, List<Finding> findings, IProgress<CertifyProgress>? progress, CancellationToken cancellation)
    {
        var bundle = bench.Bundle;
        var run = new MatrixRun(bench, ids, memory ?? NoMemory.Instance, options.Jobs);
        var (matrix, roster) = (new Matrix([]), Roster.Unknown);
        foreach (var reruns in RoundsOf(options))
        {
            (matrix, roster) = await run.RunAsync(RowsOf(bundle, options, reruns), progress, cancellation);
            findings.AddRange([.. MatrixRules.Apply(bundle, matrix), .. SuitePairRules.Apply(bundle.Manifest, roster)]);
            if (findings.Count > 0) break;
        }

        return (matrix, roster);
    }

    private Task<Mutation> MutateAsync(
        Workbench bench, CertifyOptions options, (Matrix Cells, Roster Roster) seen, IProgress<CertifyProgress>? progress, CancellationToken cancellation)
    {
        var cells = seen.Cells.Cells.Sum(cell => cell.Runs.Count);
        CertifyProgress Report(int done, int of, string now)
        {
            var far = new CertifyProgress(cells + done, cells + of, now);
            progress?.Report(far);
            return far;
        }

        var most = Math.Min(bench.Bundle.Manifest.Mutation.Max, options.MostMutants ?? int.MaxValue);
        return new MutationRun(bench, ids, memory ?? NoMemory.Instance, options.Jobs).RunAsync((options.Seed!.Value, most), seen, Report, cancellation);
    }

    /// <summary>Why no mutants are run, if none are: they tell nothing before everything else holds.</summary>
    private static string? MutantsLeftOut(Bundle bundle, CertifyOptions options, List<Finding> findings)
    {
        if (options.Seed is null) return "No mutants were asked for.";
        if (bundle.Manifest.Mutation.Max == 0) return "The course asks for none: mutation.max is 0.";
        if (options.Only is not null || options.Rows is not null) return "Only a whole run makes mutants.";
        return findings.Count > 0 ? "The findings come first: mutants are run once everything else holds." : null;
    }

    /// <summary>How many runs every cell has after each round.</summary>
    private static IReadOnlyList<int> RoundsOf(CertifyOptions options) =>
        options is { FirstRunsDecide: true, Reruns: > 1 } ? [1, options.Reruns] : [options.Reruns];

    private static IReadOnlyList<MatrixRow> RowsOf(Bundle bundle, CertifyOptions options, int reruns) =>
        [.. MatrixPlan.For(bundle, HarnessForgers.Names, reruns, options.Only).Where(row => options.Rows?.Contains(row.Role) ?? true)];

    internal static EngineIdentity Identity(EngineReport report) =>
        new(report.Name, report.Version, report.ImageDigest, [.. report.Guarantees.Where(guarantee => !guarantee.Holds).Select(guarantee => guarantee.Name)]);

    /// <summary>
    /// Whether the untouched starter installs, verifies and boots. When it does not, every other row would only wait for the
    /// same, and what they show would hide the cause.
    /// </summary>
    private async Task<IReadOnlyList<Finding>> StarterPhasesAsync(Workbench bench, CancellationToken cancellation)
    {
        try
        {
            var starter = await new SuiteRunner(bench, ids).BootAsync(WorkspaceFiles.OfStarter(bench.Bundle), cancellation);
            if (starter.Ending is SuiteEnding.HarnessFault fault) throw new HarnessFaultException(fault.Sentence);
            return starter.Ending is SuiteEnding.Completed ? [] : [StoppedAt(starter)];
        }
        catch (SandboxException fault)
        {
            throw new HarnessFaultException(fault.Message);
        }
    }

    private static Finding StoppedAt(BootResult starter)
    {
        var evidence = new FindingEvidence(null, [], starter.Log);
        if (starter.Phase == "boot")
        {
            return new(FindingCode.StarterDoesNotBoot, null, MatrixPlan.StarterRow, $"The untouched starter does not boot. {starter.Ending.Sentence}",
                "Mend starter/.coursegen/runtime/run.sh or the starter's server: it stays in the foreground, and answers the health path on $PORT before any work is done.", evidence);
        }

        return new(starter.Phase == "install" ? FindingCode.InstallFailed : FindingCode.VerifyFailed, null, MatrixPlan.StarterRow,
            $"The starter's {starter.Phase}.sh does not hold. {starter.Ending.Sentence}",
            $"Read what it printed, and mend starter/.coursegen/runtime/{starter.Phase}.sh or install what it asks for.", evidence);
    }

    private static IReadOnlyList<string> NotesOf(Bundle bundle, Matrix matrix) =>
    [
        .. Bundles.BundleReader.RunBitsRepaired(bundle).Select(path => $"{path} lacked the run bit; it was added."),
        .. NotOwned(bundle),
        .. matrix.Of(RowRole.Reference).Where(cell => cell.First is { InProcess: true, Ending: SuiteEnding.Completed }).Select(cell => $"{cell.Target.Suite} is in-process, forgeable: it loads the learner's code into its own process."),
    ];

    // A learner may change such a file, and it is noted on the scorecard as if it were none of theirs.
    private static IEnumerable<string> NotOwned(Bundle bundle)
    {
        var owned = WorkspaceFiles.OwnedBy(bundle.Manifest);
        var others = bundle.States.Work.Where(path => !owned.Matches(path)).Order(StringComparer.Ordinal).ToList();
        if (others.Count == 0) yield break;
        yield return $"The reference changes {string.Join(", ", others.Take(3))}{(others.Count > 3 ? $" and {others.Count - 3} more" : "")}, which no deliverable owns: name it under 'owns' in course.yaml, if the course asks learners to change it.";
    }
}
