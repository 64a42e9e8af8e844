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
    /// <param name="version">The engine's answer to <c>/version</c>.</param>
    public static Dialect Of(JsonNode version)
    {
        var components = (version["Components"]?.AsArray() ?? []).Select(one => one?[nameof(Name)]?.GetValue<string>());
        return components.Contains("Podman Engine", StringComparer.OrdinalIgnoreCase) ? Podman : Docker;
    }

    /// <summary>Says what is to be created: a container described as Docker takes it.</summary>
    public abstract JsonObject Container(JsonObject container);

    /// <summary>Says, among a build's options, that its commands have no network.</summary>
    public abstract string BuildWithoutNetwork { get; }

    /// <summary>Says how a file system in memory is mounted.</summary>
    /// <param name="options">As mount(8) reads them, the size in bytes.</param>
    public abstract string VolumeOptions(string options);

    /// <summary>Says which system calls are allowed, as containers of an engine of ours are told.</summary>
    /// <param name="profile">The profile's text.</param>
    /// <param name="folder">A folder of that engine of ours, for what has to lie on a disk.</param>
    /// <exception cref="SandboxException">The engine cannot be told.</exception>
    public abstract string Seccomp(string profile, EngineAddress address, string folder);
}

/// <summary>Docker's own.</summary>
internal sealed class DockerDialect : Dialect
{
    public override string Name => "docker";

    public override int CreatesAtOnce => int.MaxValue;

    public override string BuildWithoutNetwork => "networkmode=none";

    public override JsonObject Container(JsonObject container) => container;

    public override string VolumeOptions(string options) => options;

    public override string Seccomp(string profile, EngineAddress address, string folder) => profile;
}
