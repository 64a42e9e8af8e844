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
        var filter = Uri.EscapeDataString($$"""{"label":["{{label}}"]}""");
        var containers = await api.GetAsync($"/containers/json?all=1&filters={filter}", CancellationToken.None);
        var volumes = await api.GetAsync($"/volumes?filters={filter}", CancellationToken.None);
        return
        [
            .. containers.AsArray().Select(one => $"container {one!["Id"]}"),
            .. (volumes["Volumes"]?.AsArray() ?? []).Select(one => $"volume {one!["Name"]}"),
        ];
    }
}
