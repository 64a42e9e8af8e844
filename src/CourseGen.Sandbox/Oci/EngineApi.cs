using System.Text;
using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>The few calls of the Docker Engine API that boxes take. Every trouble is a <see cref="SandboxException"/>.</summary>
internal sealed class EngineApi : IDisposable
{
    private readonly EngineConnection _connection;
    private readonly SemaphoreSlim _creating;

    private EngineApi(EngineConnection connection, Dialect dialect)
    {
        _connection = connection;
        Dialect = dialect;
        _creating = new SemaphoreSlim(dialect.CreatesAtOnce);
    }

    /// <summary>What this engine wants to hear where engines differ.</summary>
    public Dialect Dialect { get; }

    /// <summary>Where it listens.</summary>
    public EngineAddress Address => _connection.Address;

    /// <summary>Connects to the engine that listens at an address.</summary>
    /// <exception cref="SandboxException">None answers there.</exception>
    public static async Task<EngineApi> ConnectAsync(EngineAddress address, CancellationToken cancellation)
    {
        var connection = new EngineConnection(address);
        try
        {
            return new EngineApi(connection, Dialect.Of(await connection.GreetAsync(cancellation)));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellation)
    {
        using var answer = await _connection.SendAsync(HttpMethod.Get, path, null, cancellation);
        return await EngineConnection.ReadJsonAsync(answer, path, cancellation);
    }

    /// <summary>Posts a JSON body, or none; the answer is null when it has none.</summary>
    public async Task<JsonNode?> PostAsync(string path, JsonNode? body, CancellationToken cancellation)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _connection.SendAsync(HttpMethod.Post, path, content, cancellation);
        return answer.Content.Headers.ContentType?.MediaType == "application/json" ? await EngineConnection.ReadJsonAsync(answer, path, cancellation) : null;
    }

    /// <summary>Posts an archive as it is written, and returns the answer's text.</summary>
    public async Task<string> PostArchiveAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        using var content = new ArchiveContent(write);
        using var answer = await _connection.SendAsync(HttpMethod.Post, path, content, cancellation);
        return await EngineConnection.ReadTextAsync(answer, path, cancellation);
    }

    /// <summary>Posts an archive as it is written, and hands over the answer line by line as it comes.</summary>
    public async Task PostArchiveAsync(
        string path, Func<Stream, CancellationToken, Task> write, Action<string> take, CancellationToken cancellation)
    {
        using var content = new ArchiveContent(write);
        using var answer = await _connection.SendAsync(HttpMethod.Post, path, content, cancellation);
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
            using var lines = new StreamReader(stream, Encoding.UTF8);
            while (await lines.ReadLineAsync(cancellation) is { } line)
                take(line);
        }
        catch (IOException broken)
        {
            throw new SandboxException($"{EngineConnection.Plain(path)}: the engine broke off: {broken.Message}", broken);
        }
    }

    /// <summary>Unpacks an archive in a folder of a container as it is written.</summary>
    public async Task PutArchiveAsync(string container, string folder, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        using var content = new ArchiveContent(write);
        using var _ = await _connection.SendAsync(
            HttpMethod.Put, $"/containers/{container}/archive?path={Uri.EscapeDataString(folder)}", content, cancellation);
    }

    /// <summary>A file or folder of a container as an archive; null when there is none. The caller disposes of the answer.</summary>
    /// <remarks>Podman follows a symbolic link. Of one that leads nowhere there is an answer, which tells in its head what it is.</remarks>
    public async Task<HttpResponseMessage?> GetArchiveAsync(string container, string path, CancellationToken cancellation)
    {
        try
        {
            return await _connection.SendAsync(
                HttpMethod.Get, $"/containers/{container}/archive?path={Uri.EscapeDataString(path)}", null, cancellation);
        }
        catch (SandboxException refused) when (EngineConnection.IsMissing(refused))
        {
            return null;
        }
    }

    /// <summary>All of a container's file system as an archive. The caller disposes of the answer.</summary>
    public Task<HttpResponseMessage> ExportAsync(string container, CancellationToken cancellation) =>
        _connection.SendAsync(HttpMethod.Get, $"/containers/{container}/export", null, cancellation);

    /// <summary>Creates a container.</summary>
    /// <param name="container">As Docker takes it.</param>
    /// <returns>Its id.</returns>
    public async Task<string> CreateContainerAsync(JsonObject container, CancellationToken cancellation)
    {
        await _creating.WaitAsync(cancellation);
        try
        {
            var answer = await PostAsync("/containers/create", Dialect.Container(container), cancellation);
            return answer?["Id"]?.GetValue<string>() ?? throw new SandboxException("the engine created a container without an id");
        }
        finally
        {
            _creating.Release();
        }
    }

    /// <summary>The containers that a filter leaves, whether they run or not.</summary>
    public async Task<IReadOnlyList<JsonNode>> ContainersAsync(JsonObject filter, CancellationToken cancellation) =>
        Listed(await EngineConnection.AgainAsync(() => GetAsync($"/containers/json?all=1&filters={Text(filter)}", cancellation), cancellation));

    /// <summary>The volumes that a filter leaves.</summary>
    public async Task<IReadOnlyList<JsonNode>> VolumesAsync(JsonObject filter, CancellationToken cancellation) =>
        Listed((await GetAsync($"/volumes?filters={Text(filter)}", cancellation))["Volumes"]);

    /// <summary>Deletes something; that it is gone already is no trouble.</summary>
    public async Task DeleteAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var _ = await EngineConnection.AgainAsync(() => _connection.SendAsync(HttpMethod.Delete, path, null, cancellation), cancellation);
        }
        catch (SandboxException refused) when (EngineConnection.IsMissing(refused))
        {
            // Somebody else was quicker.
        }
    }

    /// <summary>Waits until a container has ended, or is gone altogether; returns its exit status, or -1 when it is gone.</summary>
    /// <param name="condition"><c>not-running</c> or <c>removed</c>.</param>
    public async Task<int> WaitAsync(string container, string condition, CancellationToken cancellation)
    {
        try
        {
            var answer = await PostAsync($"/containers/{container}/wait?condition={condition}", null, cancellation);
            return answer?["StatusCode"]?.GetValue<int>() ?? -1;
        }
        catch (SandboxException refused) when (EngineConnection.IsMissing(refused))
        {
            return -1;
        }
    }

    /// <summary>Takes hold of a container's standard streams.</summary>
    public async Task<AttachedStreams> AttachAsync(string container, bool input, CancellationToken cancellation)
    {
        var query = $"stream=1&stdout=1&stderr=1{(input ? "&stdin=1" : "")}";
        try
        {
            return await AttachedStreams.OpenAsync(Address, _connection.Versioned($"/containers/{container}/attach?{query}"), cancellation);
        }
        catch (IOException broken)
        {
            throw new SandboxException($"cannot attach to a container: {broken.Message}", broken);
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _creating.Dispose();
    }

    private static IReadOnlyList<JsonNode> Listed(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(one => one!)];

    private static string Text(JsonObject filter) => Uri.EscapeDataString(filter.ToJsonString());
}
