using System.Text;
using System.Text.Json;

namespace CourseGen.Models.Http;

/// <summary>
/// What every provider's HTTP goes through: it reads the whole body within its bound, so that the official clients only
/// ever see small, well-formed JSON of a success, and turns everything else into a <see cref="ModelException"/> here,
/// where status, headers and errors are known.
/// </summary>
internal sealed class ModelWire : DelegatingHandler
{
    private const int LargestErrorBytes = 16 * 1024;
    private static readonly TimeSpan LongestErrorRead = TimeSpan.FromSeconds(2);
    private readonly WireLimits _limits;
    private readonly TimeProvider _time;

    private ModelWire(SocketsHttpHandler inner, WireLimits limits, TimeProvider time)
        : base(inner) => (_limits, _time) = (limits, time);

    /// <summary>A client with these bounds. It has no time-out of its own: the gateway's deadline rules.</summary>
    public static HttpClient Connect(WireLimits limits, TimeProvider time) =>
        new(new ModelWire(new SocketsHttpHandler
        {
            ConnectTimeout = limits.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,

            // A redirect would carry the key to wherever the server says.
            AllowAutoRedirect = false,
        }, limits, time))
        { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Once a success has begun, its tokens are spent, whether its body can be used or not.
        var begun = false;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw await FaultAsync(response, cancellationToken);
            begun = true;
            await BoundAsync(response, cancellationToken);
            return response;
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new ModelException(ModelFault.Unavailable, Excerpt.Of($"The connection failed: {error.Message}"), error)
            {
                UsageUnknown = begun,
            };
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(
                ModelFault.Unavailable, $"No connection within {_limits.ConnectTimeout.TotalSeconds} s.", error);
        }
    }

    private async Task BoundAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await BoundedBody.ReadAsync(response.Content, _limits.LargestBodyBytes, cancellation);
        if (body.Length > _limits.LargestBodyBytes)
        {
            response.Dispose();
            throw new ModelException(ModelFault.TooLarge, $"The response is longer than {_limits.LargestBodyBytes} bytes.")
            {
                UsageUnknown = true,
            };
        }

        if (!IsJson(body))
        {
            throw new ModelException(
                ModelFault.Unavailable, Excerpt.Of($"The server answers with something that is no JSON: {Start(body)}"))
            {
                UsageUnknown = true,
            };
        }

        var replaced = new ByteArrayContent(body);
        foreach (var header in response.Content.Headers)
            replaced.Headers.TryAddWithoutValidation(header.Key, header.Value);
        response.Content = replaced;
    }

    private async Task<ModelException> FaultAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using (response)
        {
            var (kind, status) = (StatusFault.Of(response.StatusCode), (int)response.StatusCode);

            // What a server says about a refused key may quote the key.
            var said = kind == ModelFault.Unauthorized ? "" : await ErrorTextAsync(response.Content, cancellation);
            return new ModelException(kind, Excerpt.Of($"The server answers {status} {response.ReasonPhrase}. {said}").TrimEnd())
            {
                RetryAfter = StatusFault.RetryAfter(response.Headers.RetryAfter, _time.GetUtcNow()),
            };
        }
    }

    // The text is only for a person: a server that is slow to say it does not delay the verdict.
    private async Task<string> ErrorTextAsync(HttpContent content, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(LongestErrorRead, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return Start(await BoundedBody.ReadAsync(content, LargestErrorBytes, either.Token));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return "";
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = StrictJson.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Start(byte[] body) => Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 300));
}
