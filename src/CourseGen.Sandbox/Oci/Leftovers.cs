using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>Removes containers and volumes that engines left whose process is gone.</summary>
internal static class Leftovers
{
    private static readonly string Filter = Uri.EscapeDataString($$"""{"label":["{{Ownership.OwnerLabel}}"]}""");

    /// <summary>Removes those of dead owners.</summary>
    public static Task RemoveDeadAsync(EngineApi api, Ownership asker, CancellationToken cancellation) =>
        RemoveAsync(api, asker.IsDead, cancellation);

    /// <summary>Removes whatever an owner still has.</summary>
    public static Task RemoveOfAsync(EngineApi api, Ownership owner, CancellationToken cancellation) =>
        RemoveAsync(api, labels => labels?[Ownership.OwnerLabel]?.GetValue<string>() == owner.Owner.ToString(), cancellation);

    private static async Task RemoveAsync(EngineApi api, Func<JsonNode?, bool> isMeant, CancellationToken cancellation)
    {
        var containers = await api.GetAsync($"/containers/json?all=1&filters={Filter}", cancellation);
        foreach (var container in containers.AsArray().Where(one => isMeant(one!["Labels"])))
            await RemoveContainerAsync(api, container!["Id"]!.GetValue<string>(), cancellation);
        var volumes = await api.GetAsync($"/volumes?filters={Filter}", cancellation);
        foreach (var volume in (volumes["Volumes"]?.AsArray() ?? []).Where(one => isMeant(one!["Labels"])))
            await api.DeleteAsync($"/volumes/{volume!["Name"]!.GetValue<string>()}?force=1", cancellation);
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
