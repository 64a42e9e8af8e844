using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>Services of the host that tell a secret to whoever comes: TCP, UDP, and a UNIX socket in the abstract namespace.</summary>
internal sealed class HostServices : IDisposable
{
    private readonly byte[] _secret;
    private readonly CancellationTokenSource _closing = new();
    private readonly Socket _stream = new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
    private readonly Socket _datagram = new(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp) { DualMode = true };
    private readonly Socket _local = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private int _visits;

    public HostServices(string secret, string localName)
    {
        _secret = Encoding.ASCII.GetBytes(secret);
        _stream.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        Port = ((IPEndPoint)_stream.LocalEndPoint!).Port;
        _datagram.Bind(new IPEndPoint(IPAddress.IPv6Any, Port));
        _local.Bind(new UnixDomainSocketEndPoint("\0" + localName));
        _stream.Listen();
        _local.Listen();
        _ = ServeAsync(() => WelcomeAsync(_stream));
        _ = ServeAsync(() => WelcomeAsync(_local));
        _ = ServeAsync(AnswerAsync);
    }

    /// <summary>The TCP and the UDP port, on every address of the host.</summary>
    public int Port { get; }

    /// <summary>How many have come.</summary>
    public int Visits => Volatile.Read(ref _visits);

    public void Dispose()
    {
        _closing.Cancel();
        _stream.Dispose();
        _datagram.Dispose();
        _local.Dispose();
        _closing.Dispose();
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
        using var visitor = await socket.AcceptAsync(_closing.Token);
        Interlocked.Increment(ref _visits);
        await visitor.SendAsync(_secret, _closing.Token);
    }

    private async Task AnswerAsync()
    {
        var visitor = await _datagram.ReceiveFromAsync(new byte[512], new IPEndPoint(IPAddress.IPv6Any, 0), _closing.Token);
        Interlocked.Increment(ref _visits);
        await _datagram.SendToAsync(_secret, visitor.RemoteEndPoint, _closing.Token);
    }
}
