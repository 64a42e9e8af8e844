using System.Text.Json.Nodes;
using CourseGen.Sandbox.Oci;

namespace CourseGen.SandboxTests.Oci;

/// <summary>What engines have left with the container engine.</summary>
internal static class DockerLeftovers
{
    /// <summary>Containers and volumes of owners of ours, whoever they are.</summary>
    public static Task<IReadOnlyList<string>> AllAsync() => LabelledAsync(Ownership.OwnerLabel);

    /// <summary>Containers and volumes of one owner.</summary>
    public static Task<IReadOnlyList<string>> OfAsync(string owner) => LabelledAsync($"{Ownership.OwnerLabel}={owner}");

    private static async Task<IReadOnlyList<string>> LabelledAsync(string label)
    {
        using var api = await TestImage.ConnectAsync();
        var filter = new JsonObject { ["label"] = new JsonArray(label) };
        var containers = await api.ContainersAsync(filter, CancellationToken.None);
        var volumes = await api.VolumesAsync(filter, CancellationToken.None);
        return
        [
            .. containers.Select(one => $"container {one["Id"]}"),
            .. volumes.Select(one => $"volume {one["Name"]}"),
        ];
    }
}
