using System.CommandLine;
using CourseGen.Sandbox;

namespace CourseGen.Cli.Inputs;

/// <summary>What an engine says of this machine, or why it says nothing.</summary>
internal sealed record EngineLook(string Name, EngineReport? Report, string? Reason);

/// <summary>The engines that programs can be boxed with.</summary>
internal static class Engines
{
    /// <summary>Namespaces and control groups of this machine.</summary>
    public const string Bubblewrap = "bubblewrap";

    /// <summary>Containers of Docker or Podman.</summary>
    public const string Oci = "oci";

    private const string Auto = "auto";
    private const string NextStep = "'coursegen doctor' says what this machine can run and what to install.";

    /// <summary>All of them; the first one that can be used is the one that nobody has to name.</summary>
    public static readonly IReadOnlyList<string> All = [Bubblewrap, Oci];

    public static Option<string> Option() => new Option<string>("--engine")
    {
        HelpName = $"{Auto}|{string.Join('|', All)}",
        Description = "What programs are boxed with.",
        DefaultValueFactory = _ => Auto,
    };

    /// <exception cref="CommandStoppedException">There is no such engine.</exception>
    public static void Require(string engine)
    {
        if (engine == Auto || All.Contains(engine)) return;
        throw CommandStoppedException.Usage(
            $"There is no engine '{engine}'.",
            engine is "docker" or "podman" ? $"Use --engine {Oci}; DOCKER_HOST says where it listens." : "Use --engine bubblewrap or oci, or leave the option out.");
    }

    /// <summary>Starts the first engine that can be used here.</summary>
    /// <exception cref="CommandStoppedException">This machine cannot box programs.</exception>
    public static Task<ISandbox> StartAsync(CliHost host, CancellationToken cancellation) => StartAsync(host, Auto, cancellation);

    /// <summary>Starts an engine by its name.</summary>
    /// <exception cref="CommandStoppedException">It cannot be used here.</exception>
    public static async Task<ISandbox> StartAsync(CliHost host, string engine, CancellationToken cancellation)
    {
        CommandStoppedException? first = null;
        foreach (var name in engine == Auto ? All : [engine])
        {
            var (sandbox, reason) = await TryAsync(host, name, cancellation);
            if (sandbox is not null) return sandbox;
            first ??= reason;
        }

        throw first!;
    }

    /// <summary>What an engine says of this machine.</summary>
    public static async Task<EngineLook> LookAsync(CliHost host, string engine, CancellationToken cancellation)
    {
        try
        {
            await using var sandbox = await host.StartSandbox(engine, cancellation);
            return new(engine, sandbox.Report, null);
        }
        catch (SandboxException reason)
        {
            return new(engine, null, reason.Message);
        }
    }

    private static async Task<(ISandbox? Sandbox, CommandStoppedException? Reason)> TryAsync(CliHost host, string engine, CancellationToken cancellation)
    {
        ISandbox sandbox;
        try
        {
            sandbox = await host.StartSandbox(engine, cancellation);
        }
        catch (SandboxException reason)
        {
            return (null, CommandStoppedException.Ours($"The sandbox cannot be used here: {reason.Message}", NextStep));
        }

        if (sandbox.Report.Usable) return (sandbox, null);
        var missing = sandbox.Report.Guarantees.Where(one => one is { Holds: false, Required: true }).Select(one => $"{one.Name}: {one.Remedy ?? "no remedy is known"}").ToList();
        await sandbox.DisposeAsync();
        return (null, CommandStoppedException.Ours("The sandbox cannot be used here. What it needs and lacks:", NextStep, missing));
    }
}
