using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace CourseGen.Tests.Models;

/// <summary>What the server does with one request.</summary>
internal delegate Task Behaviour(Stream client, Protocol protocol, CancellationToken stop);

/// <summary>
/// A model server on loopback that misbehaves on command. Each request gets the next behaviour; the last one repeats.
/// </summary>
internal sealed class MisbehavingModel : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Protocol _protocol;
    private readonly Behaviour[] _behaviours;
    private readonly List<string> _requests = [];
    private readonly Task _serving;

    public MisbehavingModel(Protocol protocol, params Behaviour[] behaviours)
    {
        (_protocol, _behaviours) = (protocol, behaviours);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Its address, as a base URL.</summary>
    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{_protocol.BasePath}";

    /// <summary>The bodies of the requests so far.</summary>
    public IReadOnlyList<JsonElement> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests.Select(body => JsonDocument.Parse(body).RootElement)];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var clients = new List<Task>();
        try
        {
            while (true)
                clients.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(clients);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var next = Count(await RequestBody.ReadAsync(stream, _stop.Token));
                await _behaviours[Math.Min(next, _behaviours.Length - 1)](stream, _protocol, _stop.Token);
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                // The client hung up on a server that misbehaves, or the test is over.
            }
        }
    }

    private int Count(string body)
    {
        lock (_requests)
        {
            _requests.Add(body);
            return _requests.Count - 1;
        }
    }
}

/// <summary>Reads as much of HTTP as the clients speak.</summary>
internal static class RequestBody
{
    private const string Length = "Content-Length:";

    public static async Task<string> ReadAsync(Stream stream, CancellationToken stop)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var length = -1;
        while (await reader.ReadLineAsync(stop) is { Length: > 0 } line)
        {
            if (line.StartsWith(Length, StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line[Length.Length..]);
        }

        return length >= 0 ? await CountedAsync(reader, length, stop) : await ChunkedAsync(reader, stop);
    }

    private static async Task<string> ChunkedAsync(StreamReader reader, CancellationToken stop)
    {
        var body = new StringBuilder();
        while (Convert.ToInt32(await reader.ReadLineAsync(stop), 16) is var bytes and > 0)
        {
            body.Append(await CountedAsync(reader, bytes, stop));
            await reader.ReadLineAsync(stop);
        }

        return body.ToString();
    }

    // Counts bytes over characters, since a body may hold more than ASCII.
    private static async Task<string> CountedAsync(StreamReader reader, int bytes, CancellationToken stop)
    {
        var (body, next) = (new StringBuilder(), new char[1]);
        while (bytes > 0 && await reader.ReadAsync(next, stop) > 0)
        {
            body.Append(next[0]);
            bytes -= char.IsHighSurrogate(next[0]) || char.IsLowSurrogate(next[0]) ? 2 : Encoding.UTF8.GetByteCount(next);
        }

        return body.ToString();
    }
}
