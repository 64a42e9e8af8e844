using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>A container's own account of its ending.</summary>
/// <param name="Status">The exit status of its first process.</param>
/// <param name="MemoryKill">Whether the kernel ended a process of it for want of memory.</param>
internal sealed record BoxEnd(int Status, bool MemoryKill)
{
    /// <summary>The status of what was ended by SIGKILL.</summary>
    public const int Killed = 128 + 9;
}

/// <summary>What a running container uses.</summary>
internal sealed record BoxSample(TimeSpan Cpu, long MemoryBytes, int Processes);

/// <summary>A container of ours, from its creation to its removal. It may be started again after it has ended.</summary>
internal sealed class Box : IAsyncDisposable
{
    private readonly EngineApi _api;

    private Box(EngineApi api, string id)
    {
        _api = api;
        Id = id;
    }

    public string Id { get; }

    /// <summary>Creates the container; nothing runs yet.</summary>
    public static async Task<Box> CreateAsync(EngineApi api, JsonObject container, CancellationToken cancellation) =>
        new(api, await api.CreateContainerAsync(container, cancellation));

    /// <summary>Takes hold of the container's streams, so that nothing of them is lost, and starts it.</summary>
    public async Task<AttachedStreams> StartAsync(bool input, CancellationToken cancellation)
    {
        var streams = await _api.AttachAsync(Id, input, cancellation);
        var started = false;
        try
        {
            _ = await _api.PostAsync($"/containers/{Id}/start", null, cancellation);
            started = true;
            return streams;
        }
        finally
        {
            if (!started)
                await streams.DisposeAsync();
        }
    }

    /// <summary>Ends everything in the container; that it has ended already is no trouble.</summary>
    public async Task KillAsync()
    {
        try
        {
            _ = await _api.PostAsync($"/containers/{Id}/kill", null, CancellationToken.None);
        }
        catch (SandboxException)
        {
            // It is not running. Whether it has ended is asked for elsewhere, with a bound.
        }
    }

    /// <summary>Waits for the end and asks how it was. The inspection decides: an attached stream loses exit statuses.</summary>
    public async Task<BoxEnd> EndAsync(CancellationToken cancellation)
    {
        _ = await _api.WaitAsync(Id, "not-running", cancellation);
        var state = (await _api.GetAsync($"/containers/{Id}/json", cancellation))["State"]
            ?? throw new SandboxException("the engine does not say how a container ended");
        return new(state["ExitCode"]!.GetValue<int>(), state["OOMKilled"]?.GetValue<bool>() ?? false);
    }

    /// <summary>What the container uses now; null when it does not run any more.</summary>
    public async Task<BoxSample?> SampleAsync()
    {
        try
        {
            var stats = await _api.GetAsync($"/containers/{Id}/stats?stream=false&one-shot=true", CancellationToken.None);
            var nanoseconds = (long)(stats["cpu_stats"]?["cpu_usage"]?["total_usage"]?.GetValue<ulong>() ?? 0);
            return new(
                TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick),
                (long)(stats["memory_stats"]?["usage"]?.GetValue<ulong>() ?? 0),
                (int)Math.Min(stats["pids_stats"]?["current"]?.GetValue<ulong>() ?? 0, int.MaxValue));
        }
        catch (SandboxException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Leftovers.RemoveContainerAsync(_api, Id, CancellationToken.None);
        }
        catch (SandboxException)
        {
            // What cannot be removed now, the engine's end or the next engine's sweep removes.
        }
    }
}
