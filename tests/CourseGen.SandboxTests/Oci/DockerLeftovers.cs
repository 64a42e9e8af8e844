using CourseGen.Sandbox.Oci;

namespace CourseGen.SandboxTests.Oci;

/// <summary>What engines have left with the container engine.</summary>
internal static class DockerLeftovers
{
    private static readonly string Filter = Uri.EscapeDataString($$"""{"label":["{{Ownership.OwnerLabel}}"]}""");

    /// <summary>Containers and volumes of owners of ours, whoever they are.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync()
    {
        using var api = await TestImage.ConnectAsync();
        var containers = await api.GetAsync($"/containers/json?all=1&filters={Filter}", CancellationToken.None);
        var volumes = await api.GetAsync($"/volumes?filters={Filter}", CancellationToken.None);
        return
        [
            .. containers.AsArray().Select(one => $"container {one!["Id"]}"),
            .. (volumes["Volumes"]?.AsArray() ?? []).Select(one => $"volume {one!["Name"]}"),
        ];
    }
}
