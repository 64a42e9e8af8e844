using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// Speaks HTTP with an engine. Every trouble is a <see cref="SandboxException"/> that names the call and repeats what the
/// engine said.
/// </summary>
internal sealed class EngineConnection : IDisposable
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

    // None until the engine has said which it offers.
    private string _version = "";

    public EngineConnection(EngineAddress address)
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

    /// <summary>Where it listens.</summary>
    public EngineAddress Address { get; }

    /// <summary>Agrees on a version with the engine.</summary>
    /// <returns>The heads of its answer.</returns>
    /// <exception cref="SandboxException">None answers there.</exception>
    public async Task<HttpResponseHeaders> GreetAsync(CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, "/_ping", null, cancellation);
        var offered = answer.Headers.TryGetValues("Api-Version", out var values) ? values.First() : "1.41";
        _version = $"/v{(Version.TryParse(offered, out var version) && version < Newest ? version : Newest)}";
        return answer.Headers;
    }

    /// <summary>A path in the version agreed on.</summary>
    public string Versioned(string path) => _version + path;

    /// <summary>Sends a request. The caller disposes of the answer, whose body has not been read yet.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, Versioned(path)) { Content = content };
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

    /// <summary>Reads an answer as JSON.</summary>
    public static async Task<JsonNode> ReadJsonAsync(HttpResponseMessage answer, string path, CancellationToken cancellation)
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

    /// <summary>Reads an answer as text.</summary>
    public static async Task<string> ReadTextAsync(HttpResponseMessage answer, string path, CancellationToken cancellation) =>
        Encoding.UTF8.GetString(await ReadBytesAsync(answer, path, cancellation));

    /// <summary>Asks again, a few times, where an engine fails.</summary>
    /// <remarks>Podman was seen to fail at a list while a container of it went away, and at removing one that was just ending.</remarks>
    public static async Task<T> AgainAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
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

    /// <summary>Whether the engine said that there is no such thing.</summary>
    public static bool IsMissing(SandboxException refused) => StatusOf(refused) == HttpStatusCode.NotFound;

    /// <summary>A path without its query, for people to read.</summary>
    public static string Plain(string path) => path.Split('?')[0];

    public void Dispose() => _http.Dispose();

    private static async Task<string> ComplaintAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = (await ReadTextAsync(answer, "complaint", cancellation)).Trim();
        try
        {
            return JsonNode.Parse(text)?["message"]?.GetValue<string>() ?? text;
        }
        catch (JsonException)
        {
            return text;
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

    private static bool LeadsNowhere(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.NotFound && answer.Headers.Contains(StatHead);

    private static HttpStatusCode? StatusOf(SandboxException refused) => (refused.InnerException as HttpRequestException)?.StatusCode;
}
