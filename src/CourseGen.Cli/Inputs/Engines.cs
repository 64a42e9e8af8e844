using System.CommandLine;
using CourseGen.Sandbox;

namespace CourseGen.Cli.Inputs;

/// <summary>The engines that programs can be boxed with.</summary>
internal static class Engines
{
    private const string Auto = "auto";
    private const string Bubblewrap = "bubblewrap";
    private const string NextStep = "'coursegen doctor' says what this machine can run and what to install.";

    public static Option<string> Option() => new Option<string>("--engine")
    {
        HelpName = "auto|bubblewrap",
        Description = "What programs are boxed with.",
        DefaultValueFactory = _ => Auto,
    };

    /// <exception cref="CommandStoppedException">This version has no such engine.</exception>
    public static void Require(string engine)
    {
        if (engine is Auto or Bubblewrap) return;
        throw engine is "docker" or "podman"
            ? CommandStoppedException.Usage($"The engine '{engine}' is not available in this version.", "Use --engine bubblewrap, or leave the option out.")
            : CommandStoppedException.Usage($"There is no engine '{engine}'.", "Use --engine bubblewrap, or leave the option out.");
    }

    /// <exception cref="CommandStoppedException">This machine cannot box programs.</exception>
    public static async Task<ISandbox> StartAsync(CliHost host, CancellationToken cancellation)
    {
        ISandbox sandbox;
        try
        {
            sandbox = await host.StartSandbox(cancellation);
        }
        catch (SandboxException reason)
        {
            throw CommandStoppedException.Ours($"The sandbox cannot be used here: {reason.Message}", NextStep);
        }

        if (sandbox.Report.Usable) return sandbox;
        var missing = sandbox.Report.Guarantees.Where(one => one is { Holds: false, Required: true }).Select(one => $"{one.Name}: {one.Remedy ?? "no remedy is known"}");
        await sandbox.DisposeAsync();
        throw CommandStoppedException.Ours("The sandbox cannot be used here. What it needs and lacks:", NextStep, [.. missing]);
    }

    /// <summary>What the engine says of this machine, or why it says nothing.</summary>
    public static async Task<(EngineReport? Report, string? Reason)> LookAsync(CliHost host, CancellationToken cancellation)
    {
        try
        {
            await using var sandbox = await host.StartSandbox(cancellation);
            return (sandbox.Report, null);
        }
        catch (SandboxException reason)
        {
            return (null, reason.Message);
        }
    }
}
