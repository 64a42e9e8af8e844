using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// The few calls of the Docker Engine API that boxes take. Every trouble is a <see cref="SandboxException"/> that names
/// the call and repeats what the engine said.
/// </summary>
internal sealed class EngineApi : IDisposable
{
    /// <summary>The head in which an answer says of which kind and size a path in a container is.</summary>
    public const string StatHead = "X-Docker-Container-Path-Stat";

    private const int AnswerLimit = 8 << 20;

    // The newest version whose fields are used here; an older engine is asked in its own.
    private static readonly Version Newest = new(1, 44);
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LastPause = TimeSpan.FromMilliseconds(1600);

    private readonly HttpClient _http;
    private string _version = "";
    private SemaphoreSlim _creating = new(1);

    private EngineApi(EngineAddress address)
    {
        Address = address;
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) => await address.ConnectAsync(cancellation),
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        })
        {
            BaseAddress = new Uri("http://engine"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>What this engine wants to hear where engines differ.</summary>
    public Dialect Dialect { get; private set; } = Dialect.Docker;

    /// <summary>Where it listens.</summary>
    public EngineAddress Address { get; }

    /// <summary>Agrees on a version with the engine that listens at an address.</summary>
    /// <exception cref="SandboxException">None answers there.</exception>
    public static async Task<EngineApi> ConnectAsync(EngineAddress address, CancellationToken cancellation)
    {
        var api = new EngineApi(address);
        try
        {
            using var answer = await api.SendAsync(HttpMethod.Get, "/_ping", null, cancellation);
            var offered = answer.Headers.TryGetValues("Api-Version", out var values) ? values.First() : "1.41";
            api._version = $"/v{(Version.TryParse(offered, out var version) && version < Newest ? version : Newest)}";
            api.Speak(Dialect.Of(answer.Headers));
            return api;
        }
        catch
        {
            api.Dispose();
            throw;
        }
    }

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, _version + path, null, cancellation);
        return await ReadAsync(answer, path, cancellation);
    }

    /// <summary>Posts a JSON body, or none; the answer is null when it has none.</summary>
    public async Task<JsonNode?> PostAsync(string path, JsonNode? body, CancellationToken cancellation)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await SendAsync(HttpMethod.Post, _version + path, content, cancellation);
        return answer.Content.Headers.ContentType?.MediaType == "application/json" ? await ReadAsync(answer, path, cancellation) : null;
    }

    /// <summary>Posts an archive as it is written, and returns the answer's text.</summary>
    public async Task<string> PostArchiveAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        using var content = new ArchiveContent(write);
        using var answer = await SendAsync(HttpMethod.Post, _version + path, content, cancellation);
        return Encoding.UTF8.GetString(await ReadBytesAsync(answer, path, cancellation));
    }

    /// <summary>Posts an archive as it is written, and hands over the answer line by line as it comes.</summary>
    public async Task PostArchiveAsync(
        string path, Func<Stream, CancellationToken, Task> write, Action<string> take, CancellationToken cancellation)
    {
        using var content = new ArchiveContent(write);
        using var answer = await SendAsync(HttpMethod.Post, _version + path, content, cancellation);
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
            using var lines = new StreamReader(stream, Encoding.UTF8);
            while (await lines.ReadLineAsync(cancellation) is { } line)
                take(line);
        }
        catch (IOException broken)
        {
            throw new SandboxException($"{Plain(path)}: the engine broke off: {broken.Message}", broken);
        }
    }

    /// <summary>Unpacks an archive in a folder of a container as it is written.</summary>
    public async Task PutArchiveAsync(string container, string folder, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        using var content = new ArchiveContent(write);
        using var _ = await SendAsync(
            HttpMethod.Put, $"{_version}/containers/{container}/archive?path={Uri.EscapeDataString(folder)}", content, cancellation);
    }

    /// <summary>A file or folder of a container as an archive; null when there is none. The caller disposes of the answer.</summary>
    /// <remarks>Podman follows a symbolic link. Of one that leads nowhere there is an answer, which tells in its head what it is.</remarks>
    public async Task<HttpResponseMessage?> GetArchiveAsync(string container, string path, CancellationToken cancellation)
    {
        try
        {
            return await SendAsync(
                HttpMethod.Get, $"{_version}/containers/{container}/archive?path={Uri.EscapeDataString(path)}", null, cancellation);
        }
        catch (SandboxException refused) when (IsMissing(refused))
        {
            return null;
        }
    }

    /// <summary>All of a container's file system as an archive. The caller disposes of the answer.</summary>
    public Task<HttpResponseMessage> ExportAsync(string container, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, $"{_version}/containers/{container}/export", null, cancellation);

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
        Listed(await AgainAsync(() => GetAsync($"/containers/json?all=1&filters={Text(filter)}", cancellation), cancellation));

    /// <summary>The volumes that a filter leaves.</summary>
    public async Task<IReadOnlyList<JsonNode>> VolumesAsync(JsonObject filter, CancellationToken cancellation) =>
        Listed((await GetAsync($"/volumes?filters={Text(filter)}", cancellation))["Volumes"]);

    /// <summary>Deletes something; that it is gone already is no trouble.</summary>
    public async Task DeleteAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var _ = await AgainAsync(() => SendAsync(HttpMethod.Delete, _version + path, null, cancellation), cancellation);
        }
        catch (SandboxException refused) when (IsMissing(refused))
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
        catch (SandboxException refused) when (IsMissing(refused))
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
            return await AttachedStreams.OpenAsync(Address, $"{_version}/containers/{container}/attach?{query}", cancellation);
        }
        catch (IOException broken)
        {
            throw new SandboxException($"cannot attach to a container: {broken.Message}", broken);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _creating.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(Bound);
        try
        {
            var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bound.Token);
            if ((int)answer.StatusCode < 400 || LeadsNowhere(answer))
                return answer;
            using (answer)
                throw new SandboxException(
                    $"{method} {Plain(path)}: {await ComplaintAsync(answer, bound.Token)}", new HttpRequestException(null, null, answer.StatusCode));
        }
        catch (HttpRequestException broken)
        {
            throw new SandboxException($"no engine answers at {Address.Text}: {broken.GetBaseException().Message}", broken);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new SandboxException($"the engine at {Address.Text} did not answer {method} {Plain(path)} within {Bound}", late);
        }
    }

    private static async Task<string> ComplaintAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = Encoding.UTF8.GetString(await ReadBytesAsync(answer, "complaint", cancellation)).Trim();
        try
        {
            return JsonNode.Parse(text)?["message"]?.GetValue<string>() ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, string path, CancellationToken cancellation)
    {
        try
        {
            return JsonNode.Parse(await ReadBytesAsync(answer, path, cancellation)) ?? throw new SandboxException($"{Plain(path)}: an empty answer");
        }
        catch (JsonException odd)
        {
            throw new SandboxException($"{Plain(path)}: an answer that is no JSON", odd);
        }
    }

    private static async Task<byte[]> ReadBytesAsync(HttpResponseMessage answer, string path, CancellationToken cancellation)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(AnswerLimit, cancellation);
            return await answer.Content.ReadAsByteArrayAsync(cancellation);
        }
        catch (HttpRequestException broken)
        {
            throw new SandboxException($"{Plain(path)}: {broken.Message}", broken);
        }
    }

    private void Speak(Dialect dialect)
    {
        Dialect = dialect;
        _creating.Dispose();
        _creating = new SemaphoreSlim(dialect.CreatesAtOnce);
    }

    /// <summary>Asks again, a few times, where an engine fails.</summary>
    /// <remarks>Podman was seen to fail at a list while a container of it went away, and at removing one that was just ending.</remarks>
    private static async Task<T> AgainAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        for (var pause = FirstPause; ; pause *= 2)
        {
            try
            {
                return await ask();
            }
            catch (SandboxException failed) when (pause <= LastPause && StatusOf(failed) == HttpStatusCode.InternalServerError)
            {
                await Task.Delay(pause, cancellation);
            }
        }
    }

    private static IReadOnlyList<JsonNode> Listed(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(one => one!)];

    private static string Text(JsonObject filter) => Uri.EscapeDataString(filter.ToJsonString());

    private static bool LeadsNowhere(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.NotFound && answer.Headers.Contains(StatHead);

    private static bool IsMissing(SandboxException refused) => StatusOf(refused) == HttpStatusCode.NotFound;

    private static HttpStatusCode? StatusOf(SandboxException refused) => (refused.InnerException as HttpRequestException)?.StatusCode;

    private static string Plain(string path) => path.Split('?')[0];

    /// <summary>An archive that is written while it is sent.</summary>
    private sealed class ArchiveContent : HttpContent
    {
        private readonly Func<Stream, CancellationToken, Task> _write;

        public ArchiveContent(Func<Stream, CancellationToken, Task> write)
        {
            _write = write;
            Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _write(stream, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            _write(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
