using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// Asks a service whether it is up, by sockets that a thread makes in the session's network: a socket belongs to the network
/// it was made in. Where a thread cannot go there, a program asks (<see cref="HealthQuestion"/>).
/// </summary>
/// <param name="inNetwork">Does something in the session's network.</param>
internal sealed class HealthVisit(Func<Func<Socket>, Socket> inNetwork, HealthPlan plan)
{
    private const string NobodyListens = "cannot connect: nothing listens on the port";

    // To be refused costs next to nothing; but a service that takes its time is not looked at as often.
    private static readonly TimeSpan QuickLooks = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan QuickInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan SlowInterval = TimeSpan.FromMilliseconds(50);

    // The answer's body is of no interest: this is enough for a status line.
    private static readonly TimeSpan AnswerBound = TimeSpan.FromSeconds(2);

    private readonly Uri _url = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{plan.Port}/{plan.Path.TrimStart('/')}"));

    /// <summary>Asks until there is an answer. Blocks; for a thread of the caller's own.</summary>
    public Health Ask(CancellationToken cancellation)
    {
        var service = plan.Service;
        var clock = Stopwatch.StartNew();
        var seen = NobodyListens;
        while (!service.Wait(clock.Elapsed < QuickLooks ? QuickInterval : SlowInterval, cancellation))
        {
            if (clock.Elapsed > plan.Within)
                return new Health.TimedOut(seen);
            using var socket = inNetwork(() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
            if ((Connect(socket) ?? AskAsync(socket, cancellation).GetAwaiter().GetResult()) is not { } wrong)
                return new Health.Healthy(clock.Elapsed);
            seen = wrong;
        }

        return new Health.Ended(service.GetAwaiter().GetResult());
    }

    /// <summary>Connects. Returns what is wrong, if anything is.</summary>
    /// <remarks>Holds up this thread: while a service starts, this is done many times, and to wait otherwise costs more.</remarks>
    private string? Connect(Socket socket)
    {
        // Of a service that does not take its connections.
        socket.SendTimeout = (int)AnswerBound.TotalMilliseconds;
        try
        {
            socket.Connect(new IPEndPoint(IPAddress.Loopback, plan.Port));
            return null;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode == SocketError.ConnectionRefused ? NobodyListens : $"cannot connect: {refused.Message}";
        }
    }

    /// <summary>Asks once. Returns what is wrong, if anything is.</summary>
    private async Task<string?> AskAsync(Socket socket, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(AnswerBound);
        try
        {
            return await GetAsync(socket, bound.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer within {AnswerBound.TotalSeconds:0} s";
        }
        catch (HttpRequestException broken)
        {
            return $"no HTTP answer: {broken.GetBaseException().Message}";
        }
    }

    private async Task<string?> GetAsync(Socket socket, CancellationToken bound)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new NetworkStream(socket)),
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        });
        using var answer = await client.GetAsync(_url, HttpCompletionOption.ResponseHeadersRead, bound);
        return answer.IsSuccessStatusCode ? null : $"HTTP {(int)answer.StatusCode}";
    }
}
