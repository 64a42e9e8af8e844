using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>Removes containers and volumes that engines left whose process is gone.</summary>
internal static class Leftovers
{
    private static readonly JsonObject Filter = new() { ["label"] = new JsonArray(Ownership.OwnerLabel) };

    /// <summary>Removes those of dead owners.</summary>
    public static Task RemoveDeadAsync(EngineApi api, Ownership asker, CancellationToken cancellation) =>
        RemoveAsync(api, asker.IsDead, cancellation);

    /// <summary>Removes whatever an owner still has.</summary>
    public static Task RemoveOfAsync(EngineApi api, Ownership owner, CancellationToken cancellation) =>
        RemoveAsync(api, labels => labels?[Ownership.OwnerLabel]?.GetValue<string>() == owner.Owner.ToString(), cancellation);

    private static async Task RemoveAsync(EngineApi api, Func<JsonNode?, bool> isMeant, CancellationToken cancellation)
    {
        // Podman removes none whose network another is in.
        var containers = (await api.ContainersAsync(Filter, cancellation)).Where(one => isMeant(one["Labels"]));
        foreach (var container in containers.OrderBy(one => one["Labels"]![Ownership.KeeperLabel] is not null))
            await RemoveContainerAsync(api, container["Id"]!.GetValue<string>(), cancellation);
        foreach (var volume in (await api.VolumesAsync(Filter, cancellation)).Where(one => isMeant(one["Labels"])))
            await api.DeleteAsync($"/volumes/{volume["Name"]!.GetValue<string>()}", cancellation);
    }

    /// <summary>Ends and removes a container; one that is being removed already is waited for.</summary>
    public static async Task RemoveContainerAsync(EngineApi api, string id, CancellationToken cancellation)
    {
        try
        {
            await api.DeleteAsync($"/containers/{id}?force=1&v=1", cancellation);
        }
        catch (SandboxException busy) when (busy.Message.Contains("already in progress", StringComparison.Ordinal))
        {
            _ = await api.WaitAsync(id, "removed", cancellation);
        }
    }
}
