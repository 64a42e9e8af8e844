using System.Collections.Concurrent;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>
/// Runs mutants of the reference against the hidden suites, each until one does not pass. They get less time than a
/// learner: a change that makes a program wait or compute for ever is found out soon, as mutation testing usually does it.
/// </summary>
internal sealed class MutationRun(Workbench bench, IIds ids, ICellMemory memory, int jobs)
{
    private const int TimesTheReference = 3;
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(10);

    // To compute takes as long on a busy machine as on a calm one, which the clock on the wall does not.
    private const int TimesTheReferenceCpu = 5;
    private static readonly TimeSpan AtLeastCpu = TimeSpan.FromSeconds(1);

    private readonly HiddenOrder _order = new(bench.Bundle);
    private readonly NearbyPromises _promises = new(bench.Bundle);
    private readonly WorkspaceFiles _starter = WorkspaceFiles.OfStarter(bench.Bundle);
    private readonly WorkspaceFiles _reference = WorkspaceFiles.OfVariant(bench.Bundle, bench.Bundle.Reference);

    private int _reused;

    private MutationPolicy Policy => bench.Bundle.Manifest.Mutation;

    /// <param name="draw">What chooses the mutants, and how many there are at most.</param>
    /// <param name="seen">The matrix: what the reference needed, and which checks there are.</param>
    /// <param name="report">Told after each mutant: how many are done, of how many, and which.</param>
    /// <exception cref="HarnessFaultException">The sandbox failed again and again.</exception>
    public async Task<Mutation> RunAsync((int Seed, int Most) draw, (Matrix Cells, Roster Roster) seen, Func<int, int, string, CertifyProgress> report, CancellationToken cancellation)
    {
        var cut = new MutantCutter(FileChange.Between(_starter, _reference), Policy.Skip).Cut();
        var drawn = MutantDraw.Draw(cut, one => one.Mutant, draw.Seed, draw.Most);
        var references = seen.Cells.Of(RowRole.Reference).Where(cell => cell.Target.Suite.Kind == SuiteKind.Hidden).ToDictionary(cell => cell.Target.Suite);
        var runners = references.ToDictionary(one => one.Key, one => new SuiteRunner(bench, ids) { Limits = LimitsOf(one.Value), ProgramCpu = CpuOf(one.Value) });
        // What takes longest begins first, so that at the end nobody waits for it alone.
        var turns = drawn.Select(one => (one.Candidate, one.Mutant, Suites: _order.Of(one.Candidate)))
            .OrderByDescending(one => references[one.Suites[0]].First.Cost.Suite);
        var outcomes = new ConcurrentDictionary<string, MutantOutcome>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(turns, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, async (one, token) =>
        {
            CertifyProgress Now(string suite) => report(outcomes.Count, drawn.Count, $"mutant {one.Mutant.Id} on {suite}");
            outcomes[one.Mutant.Id] = await RunAsync(one, new(runners, seen.Roster, Now), token);
            report(outcomes.Count, drawn.Count, $"mutant {one.Mutant.Id}");
        });
        return new(draw.Seed, Policy.Threshold, cut.Count, [.. drawn.Select(one => outcomes[one.Mutant.Id]).OrderBy(one => one.Mutant.File, StringComparer.Ordinal)
            .ThenBy(one => one.Mutant.Line).ThenBy(one => one.Mutant.Id, StringComparer.Ordinal)], "")
        { Reused = _reused };
    }

    private async Task<MutantOutcome> RunAsync((Candidate Candidate, Mutant Mutant, IReadOnlyList<SuiteId> Suites) turn, Court court, CancellationToken cancellation)
    {
        var (candidate, mutant, suites) = turn;
        var files = FilesOf(candidate);
        foreach (var suite in suites)
        {
            var result = await RunAsync(files, suite, court, cancellation);
            if (result.Passed) continue;
            // Where no check was started, the mutant did not come as far as a suite.
            var stillborn = result.Ending is not SuiteEnding.Completed && result.Cost.Suite == TimeSpan.Zero;
            return stillborn ? new(mutant, MutantFate.Stillborn, null, [], "") : new(mutant, MutantFate.Killed, suite, [], "") { FailedChecks = result.Ending is SuiteEnding.Completed ? [.. result.FailedIds] : [] };
        }

        var acknowledged = Policy.Equivalent.FirstOrDefault(one => one.Id == mutant.Id && one.File == mutant.File);
        return acknowledged is null
            ? new(mutant, MutantFate.Survived, null, _promises.Of(candidate), "")
            : new(mutant, MutantFate.Acknowledged, null, [], acknowledged.Why);
    }

    private async Task<SuiteResult> RunAsync(WorkspaceFiles files, SuiteId suite, Court court, CancellationToken cancellation)
    {
        var key = CellKey.OfMutant(bench, files, suite, court.Roster);
        if (await memory.FindAsync(key) is { } known)
        {
            if (known.Reused) Interlocked.Increment(ref _reused);
            return known;
        }

        var result = await court.Runners[suite].RunAsync(files, suite, court.Roster, cancellation);
        if (result.Ending is SuiteEnding.HarnessFault fault) throw new HarnessFaultException($"a mutant on {suite}: {fault.Reason}");
        await memory.SaveAsync(key, result, court.Progress(suite.ToString()));
        return result;
    }

    private WorkspaceFiles FilesOf(Candidate mutant)
    {
        var whole = mutant.OfStarter ? _starter : _reference;
        var path = Path.Combine(bench.NewFolder(), "mutant");
        TextFile.Write(path, mutant.Mutated);
        // A file that only one of the two has brings its run bit along.
        var executable = (_reference.Files.GetValueOrDefault(mutant.File) ?? _starter.Files[mutant.File]).Executable;
        return WorkspaceFiles.Of(new Dictionary<string, WorkspaceFile>(whole.Files, StringComparer.Ordinal) { [mutant.File] = new(path, executable) });
    }

    private BundleLimits LimitsOf(MatrixCell reference)
    {
        var limits = bench.Bundle.Manifest.Limits;
        return limits with
        {
            Boot = Within(limits.Boot, reference.CalmRuns.Max(run => run.Cost.Boot)),
            Suite = Within(limits.Suite, reference.CalmRuns.Max(run => run.Cost.Suite)),
        };
    }

    private static TimeSpan Within(TimeSpan limit, TimeSpan needed) =>
        needed * TimesTheReference + AtLeast is var enough && enough < limit ? enough : limit;

    private static TimeSpan CpuOf(MatrixCell reference) => reference.CalmRuns.Max(run => run.Cost.Cpu) * TimesTheReferenceCpu + AtLeastCpu;

    private sealed record Court(IReadOnlyDictionary<SuiteId, SuiteRunner> Runners, Roster Roster, Func<string, CertifyProgress> Progress);
}
