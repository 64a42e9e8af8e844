using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>Services of the host that tell a secret to whoever comes: TCP, UDP, and a UNIX socket in the abstract namespace.</summary>
internal sealed class HostServices : IDisposable
{
    private readonly byte[] secret;
    private readonly CancellationTokenSource closing = new();
    private readonly Socket stream = new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
    private readonly Socket datagram = new(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp) { DualMode = true };
    private readonly Socket local = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private int visits;

    public HostServices(string secret, string localName)
    {
        this.secret = Encoding.ASCII.GetBytes(secret);
        stream.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        Port = ((IPEndPoint)stream.LocalEndPoint!).Port;
        datagram.Bind(new IPEndPoint(IPAddress.IPv6Any, Port));
        local.Bind(new UnixDomainSocketEndPoint("\0" + localName));
        stream.Listen();
        local.Listen();
        _ = ServeAsync(() => WelcomeAsync(stream));
        _ = ServeAsync(() => WelcomeAsync(local));
        _ = ServeAsync(AnswerAsync);
    }

    /// <summary>The TCP and the UDP port, on every address of the host.</summary>
    public int Port { get; }

    /// <summary>How many have come.</summary>
    public int Visits => Volatile.Read(ref visits);

    public void Dispose()
    {
        closing.Cancel();
        stream.Dispose();
        datagram.Dispose();
        local.Dispose();
        closing.Dispose();
    }

    private static async Task ServeAsync(Func<Task> next)
    {
        while (true)
        {
            try
            {
                await next();
            }
            catch (SocketException)
            {
                // A visitor went away.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task WelcomeAsync(Socket socket)
    {
        using var visitor = await socket.AcceptAsync(closing.Token);
        Interlocked.Increment(ref visits);
        await visitor.SendAsync(secret, closing.Token);
    }

    private async Task AnswerAsync()
    {
        var visitor = await datagram.ReceiveFromAsync(new byte[512], new IPEndPoint(IPAddress.IPv6Any, 0), closing.Token);
        Interlocked.Increment(ref visits);
        await datagram.SendToAsync(secret, visitor.RemoteEndPoint, closing.Token);
    }
}
