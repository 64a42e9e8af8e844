using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>
/// Asks a service whether it is up, by sockets that a thread makes in the session's network: a socket belongs to the network
/// it was made in. Where a thread cannot go there, a program asks (<see cref="HealthQuestion"/>).
/// </summary>
/// <param name="inNetwork">Does something in the session's network.</param>
internal sealed class HealthVisit(Func<Func<SafeSocketHandle>, SafeSocketHandle> inNetwork, HealthPlan plan)
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
        string? seen = NobodyListens;
        while (!service.IsCompleted)
        {
            Libc.Pause(clock.Elapsed < QuickLooks ? QuickInterval : SlowInterval);
            cancellation.ThrowIfCancellationRequested();
            if (clock.Elapsed > plan.Within)
                return new Health.TimedOut(seen);
            using var socket = inNetwork(LoopbackSocket.Make);
            seen = LoopbackSocket.Connect(socket, plan.Port, AnswerBound) switch
            {
                0 => AskAsync(socket, cancellation).GetAwaiter().GetResult(),
                LoopbackSocket.ErrorRefused => NobodyListens,
                var error => $"cannot connect: {Libc.TextOf(error)}",
            };
            if (seen is null)
                return new Health.Healthy(clock.Elapsed);
        }

        return new Health.Ended(service.GetAwaiter().GetResult());
    }

    /// <summary>Asks once. Returns what is wrong, if anything is.</summary>
    private async Task<string?> AskAsync(SafeSocketHandle socket, CancellationToken cancellation)
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

    private async Task<string?> GetAsync(SafeSocketHandle socket, CancellationToken bound)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new NetworkStream(new Socket(socket), ownsSocket: true)),
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        });
        using var answer = await client.GetAsync(_url, HttpCompletionOption.ResponseHeadersRead, bound);
        return answer.IsSuccessStatusCode ? null : $"HTTP {(int)answer.StatusCode}";
    }
}
