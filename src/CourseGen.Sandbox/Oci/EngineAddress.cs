using System.Net;
using System.Net.Sockets;

namespace CourseGen.Sandbox.Oci;

/// <summary>Where an Engine API listens.</summary>
/// <param name="Text">The address as it was given.</param>
/// <param name="IsLocal">Whether that is a socket of this machine, so that both see the same files.</param>
internal sealed record EngineAddress(string Text, EndPoint EndPoint, bool IsLocal)
{
    private const string UnixPrefix = "unix://";
    private const string TcpPrefix = "tcp://";
    private const int DefaultPort = 2375;

    /// <exception cref="SandboxException">It is no address that this engine can use.</exception>
    public static EngineAddress Parse(string text)
    {
        if (text.StartsWith(UnixPrefix, StringComparison.Ordinal) && text.Length > UnixPrefix.Length)
            return new(text, new UnixDomainSocketEndPoint(text[UnixPrefix.Length..]), IsLocal: true);
        if (text.StartsWith(TcpPrefix, StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0)
            return new(text, new DnsEndPoint(address.Host, address.Port < 0 ? DefaultPort : address.Port), IsLocal: false);
        throw new SandboxException($"DOCKER_HOST is {text}; this engine reads unix:///path and tcp://host:port (no TLS, no ssh)");
    }

    /// <summary>Opens a connection.</summary>
    public async Task<NetworkStream> ConnectAsync(CancellationToken cancellation)
    {
        var socket = EndPoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(EndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
