using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Oci;

/// <summary>What an operator may decide about the OCI engine.</summary>
public sealed record OciOptions
{
    /// <summary>
    /// Where the Engine API of Docker or Podman listens: <c>unix:///path</c>, or <c>tcp://host:port</c> without TLS. By
    /// default what DOCKER_HOST says, otherwise the first of their usual sockets that is there.
    /// </summary>
    public string Address { get; init; } =
        Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } host ? host : $"unix://{Sockets.FirstOrDefault(File.Exists) ?? Sockets[0]}";

    private static string[] Sockets =>
    [
        "/var/run/docker.sock", "/run/podman/podman.sock",
        .. Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } own ? [$"{own}/podman/podman.sock"] : Array.Empty<string>(),
    ];

    /// <summary>
    /// The image whose programs the boxes have, by id or name; it has to be there already and to hold <c>/bin/sh</c>.
    /// Without it the boxes have the programs of the engine's own machine, as the native engine's boxes do.
    /// </summary>
    public string? Image { get; init; }

    /// <summary>The folder for layers. It is made if it is not there, and must belong to the engine's user alone.</summary>
    public string WorkFolder { get; init; } = $"/var/tmp/coursegen-oci-{Libc.EffectiveUser()}";
}
