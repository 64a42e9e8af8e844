using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>What an engine of containers promises, in words for a person.</summary>
internal static class Guarantees
{
    /// <summary>The engine's name on the command line.</summary>
    public const string EngineName = "oci";

    private const string Reach = "a container engine answers";

    /// <summary>What can be told of an engine without running anything.</summary>
    /// <param name="info">The engine's answer to <c>/info</c>.</param>
    public static IReadOnlyList<Guarantee> Of(JsonNode info)
    {
        var security = (info["SecurityOptions"]?.AsArray() ?? []).Select(option => option?.GetValue<string>() ?? "").ToList();
        return
        [
            new(Reach, true, Required: true, null),
            new("system calls are filtered", security.Any(option => option.Contains("seccomp", StringComparison.Ordinal)), Required: true,
                "use a kernel and an engine with seccomp"),
            new("a box has control groups of its own", !(IsRootless(info, security) && info["CgroupVersion"]?.GetValue<string>() == "1"), Required: true,
                "let the engine run as root, or boot with control groups of version 2: an ordinary user's engine has none of version 1 to give"),
            new("processes of a box are limited", info["PidsLimit"]?.GetValue<bool>() ?? false, Required: false,
                "give the engine the pids controller"),
            new("swap of a box is limited", info["SwapLimit"]?.GetValue<bool>() ?? false, Required: false,
                "turn swap off, or boot with swapaccount=1"),
            new("limits hold for a whole box at a time", false, Required: false,
                "each command has the box's limits for itself; use the bubblewrap engine where commands side by side must share them"),
            new("nothing is left when this process is killed", false, Required: false,
                "what is left runs on without network until the next start of this engine removes it; the bubblewrap engine leaves nothing"),
            new("CPU time, wall time, output and disk are limited", true, Required: true, null),
            new("no network but loopback, no file of the host but its programs", true, Required: true, null),
        ];
    }

    /// <summary>What there is to say when no engine answers.</summary>
    public static IReadOnlyList<Guarantee> Unreachable(string reason) =>
        [new(Reach, false, Required: true, $"install and start Docker or Podman, or point DOCKER_HOST at one: {reason}")];

    /// <summary>The kind and version of the engine.</summary>
    /// <param name="version">The engine's answer to <c>/version</c>.</param>
    public static string VersionOf(Dialect dialect, JsonNode version) => $"{dialect.Name} {version["Version"]?.GetValue<string>()}";

    /// <remarks>Podman says it outright, and Docker among its security options.</remarks>
    private static bool IsRootless(JsonNode info, IReadOnlyList<string> security) =>
        info["Rootless"]?.GetValue<bool>() == true || security.Contains("name=rootless");
}
