using System.Collections.Concurrent;
using CourseGen.App.Verifying.Forgers;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.App.Verifying;

/// <summary>
/// Runs the cells of a baseline matrix: the reference once first, for the roster, then everything at once. What has been
/// run stays known, so that a later round only runs what it has beyond an earlier one.
/// </summary>
internal sealed class MatrixRun(Workbench bench, IIds ids, ICellMemory memory, int jobs)
{
    private const int Patience = 4;

    private readonly ConcurrentDictionary<(string Row, SuiteId Suite, int Rerun), SuiteResult> _results = new();
    private readonly ConcurrentDictionary<string, Lazy<WorkspaceFiles>> _workspaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string TimeZone, bool Loaded, double Room), SuiteRunner> _runners = new();
    private readonly BusyCores _cores = new();
    private IReadOnlyList<string>? _built;
    private int _done;

    public async Task<(Matrix Matrix, Roster Roster)> RunAsync(
        IReadOnlyList<MatrixRow> rows, IProgress<CertifyProgress>? progress, CancellationToken cancellation)
    {
        if (rows.Any(row => HarnessForgers.Names.Contains(row.Name))) _built ??= await BuiltPrograms.OfAsync(bench, cancellation);
        var all = rows.SelectMany(JobsOf).ToList();
        var first = all.Where(job => job.Row.Role == RowRole.Reference && job.Rerun == 0).ToList();
        using (var reference = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
        {
            var ahead = PrepareAsync(first, rows, reference.Token);
            try
            {
                await RunAsync(first.Where(IsNew), Roster.Unknown, all.Count, progress, cancellation);
            }
            finally
            {
                // However the reference ended: nothing is to be begun on a bench that may be cleared away next.
                await reference.CancelAsync();
                await ahead.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        var roster = Roster.From(first.Select(job => _results[job.Key]).Where(result => result.Ending is SuiteEnding.Completed));
        await RunAsync(all.Except(first).Where(IsNew), roster, all.Count, progress, cancellation);
        return (new([.. rows.SelectMany(CellsOf)]), roster);
    }

    /// <summary>
    /// Prepares workspaces while the reference runs, which mostly waits. One that fails is found out by who needs it.
    /// </summary>
    private async Task PrepareAsync(IReadOnlyList<Job> first, IReadOnlyList<MatrixRow> rows, CancellationToken cancellation)
    {
        // Where its results are known, so are most of the others, and nothing would need their workspaces.
        if (first.Count == 0 || !IsNew(first[0]) || await memory.FindAsync(KeyOf(first[0], Roster.Unknown)) is not null) return;
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            async (row, token) => await bench.PrepareAsync(FilesOf(row), token));
    }

    private bool IsNew(Job job) => !_results.ContainsKey(job.Key);

    private static IEnumerable<Job> JobsOf(MatrixRow row) =>
        Enumerable.Range(0, row.Reruns).SelectMany(rerun =>
            (RunConditions.OfRun(rerun).Backwards ? row.Targets.Reverse() : row.Targets).Select(target => new Job(row, target, rerun)));

    private IEnumerable<MatrixCell> CellsOf(MatrixRow row) =>
        row.Targets.Select(target => new MatrixCell(row, target, [.. Enumerable.Range(0, row.Reruns).Select(rerun => _results[new Job(row, target, rerun).Key])]));

    private Task RunAsync(IEnumerable<Job> some, Roster roster, int total, IProgress<CertifyProgress>? progress, CancellationToken cancellation) =>
        Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, async (job, token) =>
        {
            var again = job.Rerun == 0 ? "" : $" (run {job.Rerun + 1})";
            CertifyProgress Done() => new(Interlocked.Increment(ref _done), total, $"{job.Row.Name} on {job.Target.Suite}{again}");
            var (result, done) = await RunAsync(job, roster, Done, token);
            _results[job.Key] = result;
            progress?.Report(done);
        });

    private async Task<(SuiteResult Result, CertifyProgress Done)> RunAsync(Job job, Roster roster, Func<CertifyProgress> done, CancellationToken cancellation)
    {
        var files = FilesOf(job.Row);
        var key = KeyOf(job, roster);
        if (await memory.FindAsync(key) is { } known) return (known, done());
        var conditions = RunConditions.OfRun(job.Rerun);
        var result = await RunnerOf(job, conditions).RunAsync(files, job.Target.Suite, roster, cancellation);
        if (result.Ending is SuiteEnding.HarnessFault fault) throw new HarnessFaultException($"{job.Row.Name} on {job.Target.Suite}: {fault.Reason}");
        var progress = done();
        await memory.SaveAsync(key, result, progress);
        return (result, progress);
    }

    private string KeyOf(Job job, Roster roster) =>
        CellKey.Of(bench, bench.ChangeOf(FilesOf(job.Row)).Digest, job.Target.Suite, roster, $"{job.Rerun}");

    private SuiteRunner RunnerOf(Job job, RunConditions conditions)
    {
        // Every other row would say the same, at the same cost: a reference that is flaky under load is the one that matters.
        var loaded = conditions.Loaded && job.Row.Role == RowRole.Reference;
        return _runners.GetOrAdd((conditions.TimeZoneAt(TimeProvider.System.GetUtcNow()), loaded, RoomOf(job)), key => new(bench, ids)
        {
            Surroundings = new[] { key.TimeZone }.Where(one => one.Length > 0).ToDictionary(_ => "TZ", one => one, StringComparer.Ordinal),
            Room = key.Room,
            Load = key.Loaded ? _cores.Keep : null,
            Limits = key.Loaded ? Patient(bench.Bundle.Manifest.Limits) : bench.Bundle.Manifest.Limits,
        });
    }

    // What the reference needs says whether a limit leaves a learner room, so that it is not to be what others took. Of a suite
    // that the reference does not get through, nothing else is to be learned.
    private double RoomOf(Job job) =>
        job.Row.Role == RowRole.Reference ? LimitUse.Room
        : _results.GetValueOrDefault((bench.Bundle.Reference.Name, job.Target.Suite, 0))?.Ending is SuiteEnding.OverLimit { Limit: BoxLimits.Time } ? double.PositiveInfinity
        : 1;

    // The load is ours. What it is to show is another order of events, and not that a program gets less done in the same time.
    private static BundleLimits Patient(BundleLimits limits) => limits with { Boot = limits.Boot * Patience, Suite = limits.Suite * Patience };

    private WorkspaceFiles FilesOf(MatrixRow row) => _workspaces.GetOrAdd(row.Name, _ => new(() => NewFilesOf(row))).Value;

    private WorkspaceFiles NewFilesOf(MatrixRow row) => row.Role switch
    {
        RowRole.Starter => WorkspaceFiles.OfStarter(bench.Bundle),
        RowRole.Empty => WorkspaceFiles.OfEmptied(bench.Bundle, bench.EmptyFile),
        _ when bench.Bundle.Variants.FirstOrDefault(variant => variant.Name == row.Name) is { } variant => WorkspaceFiles.OfVariant(bench.Bundle, variant),
        _ => HarnessForgers.Make(row.Name, bench.Bundle, bench.NewFolder(), _built!),
    };

    private sealed record Job(MatrixRow Row, MatrixTarget Target, int Rerun)
    {
        public (string Row, SuiteId Suite, int Rerun) Key => (Row.Name, Target.Suite, Rerun);
    }
}
