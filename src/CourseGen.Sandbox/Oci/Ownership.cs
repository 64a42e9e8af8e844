using System.Text.Json.Nodes;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// Who owns a container or volume, as labels. Several machines may share one engine: each judges only its own.
/// </summary>
/// <param name="Machine">The machine's lasting id.</param>
/// <param name="Boot">The id of its present start: before another one, no process id means anything.</param>
/// <param name="Owner">The engine of this product, within the machine.</param>
internal sealed record Ownership(string Machine, string Boot, Owner Owner)
{
    /// <summary>The label that everything has which an engine of ours has made.</summary>
    public const string OwnerLabel = "coursegen.owner";

    /// <summary>The label that the containers have besides which keep a session's network there.</summary>
    public const string KeeperLabel = "coursegen.keeper";

    private const string MachineLabel = "coursegen.machine";
    private const string BootLabel = "coursegen.boot";

    /// <summary>A new owner for an engine of this process.</summary>
    public static Ownership Create() => new(MachineId(), File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim(), Owner.Create());

    public JsonObject Labels() => new() { [OwnerLabel] = Owner.ToString(), [MachineLabel] = Machine, [BootLabel] = Boot };

    /// <summary>Whether labels name an owner that this machine can judge and that is gone.</summary>
    public bool IsDead(JsonNode? labels) =>
        Text(labels, MachineLabel) == Machine && (Text(labels, BootLabel) != Boot || Owner.IsDead(Text(labels, OwnerLabel)));

    private static string MachineId() =>
        File.Exists("/etc/machine-id") && File.ReadAllText("/etc/machine-id").Trim() is { Length: > 0 } id ? id : Environment.MachineName;

    private static string Text(JsonNode? labels, string name) => labels?[name]?.GetValue<string>() ?? "";
}
