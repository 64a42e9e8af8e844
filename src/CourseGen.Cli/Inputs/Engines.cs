using System.CommandLine;
using CourseGen.App.Verifying;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Bundles;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Oci;

namespace CourseGen.Cli.Inputs;

/// <summary>Which engine boxes programs.</summary>
/// <param name="Name">One of <see cref="Engines.All"/>, or "auto".</param>
/// <param name="Image">The image whose programs the boxes have; without one they have this machine's own.</param>
internal sealed record EngineChoice(string Name, string? Image = null);

/// <summary>What an engine says of this machine, or why it says nothing.</summary>
internal sealed record EngineLook(string Name, EngineReport? Report, string? Reason);

/// <summary>The engines that programs can be boxed with.</summary>
internal static class Engines
{
    /// <summary>Namespaces and control groups of this machine.</summary>
    public const string Bubblewrap = "bubblewrap";

    /// <summary>Containers of Docker or Podman.</summary>
    public const string Oci = "oci";

    /// <summary>The option by which whoever serves accepts what a machine does not give.</summary>
    public const string FewerGuarantees = "--fewer-guarantees";

    private const string Auto = "auto";
    private const string HostImage = "host";
    private const string CourseImage = "course";
    private const string NextStep = "'coursegen doctor' says what this machine can run and what to install.";

    /// <summary>All of them; the first one that can be used is the one that nobody has to name.</summary>
    public static readonly IReadOnlyList<string> All = [Bubblewrap, Oci];

    public static Option<string> Option() => new Option<string>("--engine")
    {
        HelpName = $"{Auto}|{string.Join('|', All)}|docker|podman",
        Description = "What programs are boxed with.",
        DefaultValueFactory = _ => Auto,
    };

    public static Option<string?> ImageOption() => new("--image")
    {
        HelpName = $"{CourseImage}|{HostImage}|NAME",
        Description = $"Whose programs are run: those of the course's own Dockerfile (usual with --engine {Oci}), this machine's (usual otherwise), or those of an image that is there.",
    };

    /// <exception cref="CommandStoppedException">There is no such engine, or an image without one.</exception>
    public static EngineChoice Require(string engine, string? image)
    {
        // Both speak the same API, and DOCKER_HOST says which of them listens where.
        if (engine is "docker" or "podman") engine = Oci;
        if (engine != Auto && !All.Contains(engine))
            throw CommandStoppedException.Usage($"There is no engine '{engine}'.", "Use --engine bubblewrap, oci, docker or podman, or leave the option out.");
        if (engine == Auto && image is not null)
            throw CommandStoppedException.Usage("--image goes with an engine that is named.", $"Add --engine {Bubblewrap} or --engine {Oci}, or leave it out.");
        return new(engine, image ?? (engine == Oci ? CourseImage : HostImage));
    }

    /// <summary>Starts the first engine that can be used here.</summary>
    /// <exception cref="CommandStoppedException">This machine cannot box programs.</exception>
    public static Task<ISandbox> StartAsync(CliHost host, CancellationToken cancellation) => StartAsync(host, new EngineChoice(Auto), cancellation);

    /// <summary>Starts an engine for programs of strangers, one after the other and without a person who watches.</summary>
    /// <param name="withFewerGuarantees">Whether it may give fewer guarantees than an engine can.</param>
    /// <exception cref="CommandStoppedException">This machine cannot box programs, or not as safely as it is asked for.</exception>
    public static async Task<ISandbox> StartToServeAsync(CliHost host, bool withFewerGuarantees, CancellationToken cancellation)
    {
        CommandStoppedException? first = null;
        foreach (var name in All)
        {
            var (sandbox, reason) = await TryAsync(host, new EngineChoice(name), cancellation);
            if (sandbox is not null && (withFewerGuarantees || sandbox.Report.Guarantees.All(one => one.Holds))) return sandbox;
            first ??= sandbox is null ? reason : Fewer(sandbox.Report);
            if (sandbox is not null) await sandbox.DisposeAsync();
        }

        throw first!;
    }

    /// <summary>Starts an engine for a bundle, with the image that was asked for; the course's own is built unless it was before.</summary>
    /// <exception cref="CommandStoppedException">It cannot be used here, or the image cannot be built here.</exception>
    public static async Task<ISandbox> StartForAsync(CliHost host, EngineChoice choice, Bundle bundle, CancellationToken cancellation)
    {
        var image = choice.Image switch
        {
            CourseImage => await ProgressView.RunAsync(host, "Building the course's image", _ => BuildAsync(bundle, cancellation)),
            HostImage => null,
            _ => choice.Image,
        };
        return await StartAsync(host, choice with { Image = image }, cancellation);
    }

    private static async Task<ISandbox> StartAsync(CliHost host, EngineChoice choice, CancellationToken cancellation)
    {
        CommandStoppedException? first = null;
        foreach (var name in choice.Name == Auto ? All : [choice.Name])
        {
            var (sandbox, reason) = await TryAsync(host, choice with { Name = name }, cancellation);
            if (sandbox is not null) return sandbox;
            first ??= reason;
        }

        throw first!;
    }

    private static async Task<string> BuildAsync(Bundle bundle, CancellationToken cancellation)
    {
        try
        {
            return await OciSandbox.BuildImageAsync(new OciOptions(), RuntimeImage.Of(bundle), cancellation);
        }
        catch (SandboxException reason)
        {
            var lines = reason.Message.Split('\n');
            throw CommandStoppedException.Ours(
                $"The course's image could not be made: {lines[0]}",
                $"Mend starter/Dockerfile. Where no registry can be reached, --image {HostImage} runs this machine's own programs instead.", lines[1..]);
        }
    }

    /// <summary>What an engine says of this machine.</summary>
    public static async Task<EngineLook> LookAsync(CliHost host, string engine, CancellationToken cancellation)
    {
        try
        {
            await using var sandbox = await host.StartSandbox(new(engine), cancellation);
            return new(engine, sandbox.Report, null);
        }
        catch (SandboxException reason)
        {
            return new(engine, null, reason.Message);
        }
    }

    private static async Task<(ISandbox? Sandbox, CommandStoppedException? Reason)> TryAsync(CliHost host, EngineChoice choice, CancellationToken cancellation)
    {
        ISandbox sandbox;
        try
        {
            sandbox = await host.StartSandbox(choice, cancellation);
        }
        catch (SandboxException reason)
        {
            return (null, CommandStoppedException.Ours($"The sandbox cannot be used here: {reason.Message}", NextStep));
        }

        if (sandbox.Report.Usable) return (sandbox, null);
        var missing = Lacking(sandbox.Report, one => one is { Holds: false, Required: true });
        await sandbox.DisposeAsync();
        return (null, CommandStoppedException.Ours("The sandbox cannot be used here. What it needs and lacks:", NextStep, missing));
    }

    private static CommandStoppedException Fewer(EngineReport report) => CommandStoppedException.Ours(
        "This machine gives fewer guarantees than programs of strangers ask for. What is missing:",
        $"Mend that, or accept it with {FewerGuarantees}. 'coursegen doctor' says more.", Lacking(report, one => !one.Holds));

    private static IReadOnlyList<string> Lacking(EngineReport report, Func<Guarantee, bool> lacks) =>
        [.. report.Guarantees.Where(lacks).Select(one => $"{one.Name}: {one.Remedy ?? "no remedy is known"}")];
}
