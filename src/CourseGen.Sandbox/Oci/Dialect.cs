using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// What an engine wants to hear where engines of one API differ. All else speaks as Docker takes it, and knows of no other
/// engine than through this.
/// </summary>
internal abstract class Dialect
{
    private static readonly Dialect Podman = new PodmanDialect();

    /// <summary>What is spoken unless the engine says that it is somebody else.</summary>
    public static Dialect Docker { get; } = new DockerDialect();

    /// <summary>The engine's name.</summary>
    public abstract string Name { get; }

    /// <summary>How many containers may be created side by side.</summary>
    public abstract int CreatesAtOnce { get; }

    /// <summary>The dialect of the engine that has answered.</summary>
    /// <param name="greeting">The heads of its answer to <c>/_ping</c>.</param>
    /// <remarks>Its answer to <c>/version</c> says so too, and takes Podman a search through the machine's packages.</remarks>
    public static Dialect Of(HttpResponseHeaders greeting) => greeting.Contains("Libpod-Api-Version") ? Podman : Docker;

    /// <summary>Says what is to be created.</summary>
    /// <param name="container">As Docker takes it; it may be changed.</param>
    public abstract JsonObject Container(JsonObject container);

    /// <summary>Says how a file system in memory is mounted.</summary>
    /// <param name="options">As mount(8) reads them, the size in bytes.</param>
    public abstract string VolumeOptions(string options);

    /// <summary>Says, among a build's options, whether its commands have a network: one of their own, or none.</summary>
    public abstract string BuildNetwork(bool isThere);

    /// <summary>Prepares what the engine cannot be told in the words that describe a container.</summary>
    /// <param name="settings">What containers are told otherwise.</param>
    /// <param name="folder">A folder of this machine for what has to lie on a disk; made if it is not there.</param>
    /// <returns>What containers are told.</returns>
    /// <exception cref="SandboxException">The engine cannot be told.</exception>
    public abstract BoxSettings Prepare(BoxSettings settings, EngineAddress address, string folder);
}

/// <summary>Docker's own.</summary>
internal sealed class DockerDialect : Dialect
{
    public override string Name => "docker";

    public override int CreatesAtOnce => int.MaxValue;

    public override JsonObject Container(JsonObject container) => container;

    public override string VolumeOptions(string options) => options;

    public override string BuildNetwork(bool isThere) => $"networkmode={(isThere ? "default" : "none")}";

    public override BoxSettings Prepare(BoxSettings settings, EngineAddress address, string folder) => settings;
}
