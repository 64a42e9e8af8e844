using System.CommandLine;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;
using CourseGen.Cluster;
using CourseGen.Storage.Postgres;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen worker</c>: one of several processes that work on the runs of one PostgreSQL database.</summary>
internal static class WorkerCommand
{
    public static Command Create(CliHost host)
    {
        var parallel = Numbers.Option("--parallel", "How many runs to work on at once.", new NodeOptions().Parallel, 1, 256);
        var kinds = new Option<string[]>("--kinds") { HelpName = "KIND", Description = "Work on runs of these kinds only.", AllowMultipleArgumentsPerToken = true };
        var fewer = new Option<bool>(Engines.FewerGuarantees) { Description = "Work although this machine boxes programs with fewer guarantees than it could ('coursegen doctor' names them)." };
        var data = CommonOptions.Data();
        var command = new Command("worker", "Work on the runs of a PostgreSQL database, together with other workers, until it is stopped.") { parallel, kinds, fewer, data };
        command.SetAction((parsed, cancellation) => RunAsync(
            host,
            parsed.GetRequiredValue(data),
            parsed.GetValue(fewer),
            new NodeOptions
            {
                Parallel = parsed.GetValue(parallel),
                Kinds = parsed.GetValue(kinds) ?? [],
                OnTrouble = trouble => host.Screen.Progress.MarkupLine($"[yellow]![/] {Rich.Escape(trouble.Message)}"),
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, string place, bool withFewerGuarantees, NodeOptions options, CancellationToken stop)
    {
        using var data = await DataFolder.OpenAsync(place, host.Time, stop);
        if (data.Database is not PostgresDatabase database)
            throw CommandStoppedException.Usage("Workers share a PostgreSQL database; a folder has none.", $"Name one with --data postgres://user@host/database, or with {DataFolder.Variable}.");
        await using var workshop = new Workshop(host, data, await Engines.StartToServeAsync(host, withFewerGuarantees, stop));
        if (options.Kinds.Except(workshop.Kinds, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw CommandStoppedException.Usage($"There is no run kind '{unknown}'.", $"Name some of {string.Join(", ", workshop.Kinds)}, or leave --kinds out.");
        await workshop.Submissions.RecoverAsync(stop);
        host.Screen.Progress.MarkupLine($"Working on the runs of {Rich.Escape(data.Name)}, {options.Parallel} at once.");
        await new WorkerNode(database, workshop.Loop, workshop.Worker, options).RunAsync(stop);
        host.Screen.Progress.MarkupLine("Stopped; what was under way goes on elsewhere, or with the next worker.");
        return ExitCode.Done;
    }
}
