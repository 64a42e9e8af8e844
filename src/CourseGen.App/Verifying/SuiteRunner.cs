using CourseGen.Domain.Bundles;
using CourseGen.Domain.Reports;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using CourseGen.Sandbox;

namespace CourseGen.App.Verifying;

/// <summary>
/// The one grading function: (workspace, suite, limits) -> result. The matrix, certification and a learner's submission
/// all come through here, so that none of them can judge differently.
/// </summary>
public sealed class SuiteRunner(Workbench bench, IIds ids)
{
    private const int HarnessTries = 3;

    private Manifest Manifest => bench.Bundle.Manifest;

    /// <summary>The limits of a suite; the bundle's unless somebody needs narrower ones.</summary>
    public BundleLimits Limits { get; init; } = bench.Bundle.Manifest.Limits;

    /// <summary>
    /// How much CPU time the program may take over all calls of a suite, which then ends. Without it the bundle's limit
    /// holds for each call, so that the suite can tell which one never came back.
    /// </summary>
    public TimeSpan? ProgramCpu { get; init; }

    /// <summary>Variables that both boxes find besides those of the contract.</summary>
    public IReadOnlyDictionary<string, string> Surroundings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What takes this part of its time, or more, while other suites run is run again by itself; 1 is all of it.</summary>
    public double Room { get; init; } = 1;

    /// <summary>Begins what a suite is to run beside, if anything; it ends with the suite.</summary>
    public Func<IDisposable>? Load { get; init; }

    /// <summary>Runs one suite on a workspace. A failure of ours is tried again and, if it stays, is its own ending.</summary>
    public async Task<SuiteResult> RunAsync(WorkspaceFiles files, SuiteId suite, Roster roster, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await TryAsync(files, suite, roster, cancellation);
            if (result.Ending is not SuiteEnding.HarnessFault || attempt == HarnessTries) return result;
        }
    }

    /// <summary>Installs, verifies and, for an http course, boots a workspace without running any suite.</summary>
    /// <exception cref="SandboxException">The sandbox failed again and again.</exception>
    public async Task<BootResult> BootAsync(WorkspaceFiles files, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryBootAsync(files, cancellation);
            }
            catch (SandboxException) when (attempt < HarnessTries)
            {
                // It is tried again.
            }
        }
    }

    private async Task<BootResult> TryBootAsync(WorkspaceFiles files, CancellationToken cancellation)
    {
        var workspace = await bench.PrepareAsync(files, cancellation);
        if (workspace.Failure is { } failure) return new(failure.Phase, failure.Ending, failure.Log);
        if (Manifest.Surface != Surface.Http) return new("verify", new SuiteEnding.Completed(), "");
        return await bench.Crowd.RunAsync(("boot", workspace.Change.Digest), () => BootAsync(workspace, cancellation), cancellation);
    }

    private async Task<(BootResult Result, Pace Pace)> BootAsync(PreparedWorkspace workspace, CancellationToken cancellation)
    {
        await using var session = await bench.Sandbox.OpenAsync(SpecOf(workspace, []), cancellation);
        await using var server = await Server.StartAsync(session, Manifest.Runtime, Limits, cancellation);
        var stopped = await server.StopAsync();
        var (ending, log) = server.EndingOf(stopped);
        if (ending is SuiteEnding.HarnessFault fault) throw new SandboxException(fault.Reason);
        return (new("boot", ending, log), PaceOf(server));
    }

    private async Task<SuiteResult> TryAsync(WorkspaceFiles files, SuiteId suite, Roster roster, CancellationToken cancellation)
    {
        try
        {
            var workspace = await bench.PrepareAsync(files, cancellation);
            if (workspace.Failure is { } failure) return Judge(suite, roster, failure.Ending, []) with { Log = failure.Log };
            return await bench.Crowd.RunAsync((suite, workspace.Change.Digest), () => TryAsync(workspace, suite, roster, cancellation), cancellation);
        }
        catch (SandboxException fault)
        {
            return Judge(suite, roster, new SuiteEnding.HarnessFault(fault.Message), []);
        }
    }

    private async Task<(SuiteResult Result, Pace Pace)> TryAsync(PreparedWorkspace workspace, SuiteId suite, Roster roster, CancellationToken cancellation)
    {
        using var load = Load?.Invoke();
        await using var session = await bench.Sandbox.OpenAsync(SpecOf(workspace, bench.Suites.MountsOf(suite)), cancellation);
        return Manifest.Surface == Surface.Http
            ? await ServeAndCheckAsync(session, suite, roster, cancellation)
            : await CheckAsync(session, null, suite, roster, cancellation);
    }

    private async Task<(SuiteResult Result, Pace Pace)> ServeAndCheckAsync(ISession session, SuiteId suite, Roster roster, CancellationToken cancellation)
    {
        session.MakeReady(Side.Checker);
        await using var server = await Server.StartAsync(session, Manifest.Runtime, Limits, cancellation);
        if (server.IsHealthy) return await CheckAsync(session, server, suite, roster, cancellation);

        var stopped = await server.StopAsync();
        var (ending, log) = server.EndingOf(stopped);
        var cost = CostOf(session, TimeSpan.Zero, TimeSpan.Zero, stopped.Output.Length);
        return (Judge(suite, roster, ending, []) with { Cost = cost, Log = log }, PaceOf(server));
    }

    private async Task<(SuiteResult Result, Pace Pace)> CheckAsync(
        ISession session, Server? server, SuiteId suite, Roster roster, CancellationToken cancellation)
    {
        var report = ids.Next("report");
        var command = new Command
        {
            Arguments = [$"{SuiteFolders.ChecksPath}/check.sh"],
            Environment = SuiteVariables.OfChecker(Manifest, Surroundings, suite, report),
            Phase = $"suite {suite}",
            Wall = Limits.Suite,
            LearnerCpu = ProgramCpu,
        };
        var checkedBy = await session.RunAsync(Side.Checker, command, cancellation);
        var file = await session.ReadReportAsync(report, ReportReader.MaxBytes, cancellation);
        var servedBy = server is null ? null : await server.StopAsync();
        var boot = server?.Boot ?? TimeSpan.Zero;
        var cost = CostOf(session, boot, checkedBy.Wall, Math.Max(checkedBy.Output.Length, servedBy?.Output.Length ?? 0));
        var log = Log.Tail(checkedBy) + (servedBy is null ? "" : $"\n--- server ---\n{Log.Tail(servedBy)}");
        var (ending, checks) = Read(Manifest.ReportOf(suite), checkedBy, servedBy, file);
        var inProcess = server is null && session.UsageOf(Side.Learner).Cpu == TimeSpan.Zero;
        var part = Math.Max(boot / Limits.Boot, checkedBy.Wall / Limits.Suite);
        var result = Judge(suite, roster, ending, checks) with
        {
            Cost = cost,
            Log = log.Trim(),
            InProcess = inProcess,
            ProgramLimit = checkedBy.LearnerLimit is { } limit ? BoxLimits.Over(limit) : null,
        };
        return (result, Paces.Of(part, Room));
    }

    private static (SuiteEnding Ending, IReadOnlyList<CheckResult> Checks) Read(
        ReportKind kind, CommandResult checkedBy, CommandResult? servedBy, CollectedFile file)
    {
        if (checkedBy.Ending is Ending.OverLimit over) return (BoxLimits.Over(over), []);
        if (checkedBy.Ending is not Ending.Exited exited) return (new SuiteEnding.HarnessFault($"the suite ended as {checkedBy.Ending}"), []);
        if (servedBy?.Ending is Ending.EngineFault fault) return (new SuiteEnding.HarnessFault(fault.Reason), []);
        if (file is CollectedFile.Refused refused) return (new SuiteEnding.ReportMalformed(refused.Reason), []);
        try
        {
            var content = (file as CollectedFile.Content)?.Bytes;
            var checks = ReportReader.Read(kind, new(exited.Code, content, checkedBy.Output));
            return (servedBy?.Ending is Ending.OverLimit served ? BoxLimits.Over(served) : new SuiteEnding.Completed(), checks);
        }
        catch (ReportMalformedException problem)
        {
            return (new SuiteEnding.ReportMalformed(problem.Message), []);
        }
    }

    /// <summary>What a suite has shown, as if it had cost nothing and nobody had written anything.</summary>
    private static SuiteResult Judge(SuiteId suite, Roster roster, SuiteEnding ending, IReadOnlyList<CheckResult> reported)
    {
        var (checks, unknown) = roster.Apply(suite, reported, ending);
        return new(suite, ending, checks, unknown, RunCost.Zero, "", InProcess: false);
    }

    private Pace PaceOf(Server booted) => Paces.Of(booted.IsLate ? 1 : 0, Room);

    private SessionSpec SpecOf(PreparedWorkspace workspace, IReadOnlyList<CheckerMount> mounts) => new()
    {
        Layers = workspace.Layers,
        Absent = workspace.Change.Absent,
        CheckerMounts = mounts,
        Limits = BoxLimits.ForSuite(Limits),
        LearnerEnvironment = SuiteVariables.OfLearner(Manifest, Surroundings),
    };

    private static RunCost CostOf(ISession session, TimeSpan boot, TimeSpan suite, long output)
    {
        var usage = session.UsageOf(Side.Learner);
        return new(boot, suite, usage.Cpu, usage.PeakMemoryBytes, usage.PeakProcesses, usage.DiskBytes, output);
    }
}

/// <summary>How far a workspace came without any suite.</summary>
/// <param name="Phase">The last phase: install, verify or boot.</param>
public sealed record BootResult(string Phase, SuiteEnding Ending, string Log);
