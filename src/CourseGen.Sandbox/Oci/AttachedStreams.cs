using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace CourseGen.Sandbox.Oci;

/// <summary>A container's standard streams over one connection that was HTTP and no longer is.</summary>
internal sealed class AttachedStreams : IAsyncDisposable
{
    private const int HeadLimit = 16 * 1024;
    private const int FrameHead = 8;
    private const int ErrorStream = 2;

    private readonly NetworkStream _connection;
    private readonly byte[] _chunk = new byte[64 * 1024];

    private AttachedStreams(NetworkStream connection) => _connection = connection;

    /// <summary>Asks for the streams.</summary>
    /// <exception cref="IOException">The engine does not give them.</exception>
    public static async Task<AttachedStreams> OpenAsync(EngineAddress address, string path, CancellationToken cancellation)
    {
        NetworkStream connection;
        try
        {
            connection = await address.ConnectAsync(cancellation);
        }
        catch (SocketException refused)
        {
            throw new IOException(refused.Message, refused);
        }

        var streams = new AttachedStreams(connection);
        try
        {
            var request = $"POST {path} HTTP/1.1\r\nHost: engine\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n";
            await connection.WriteAsync(Encoding.ASCII.GetBytes(request), cancellation);
            var status = await streams.ReadHeadAsync(cancellation);
            return status.Contains(" 101 ", StringComparison.Ordinal) || status.Contains(" 200 ", StringComparison.Ordinal)
                ? streams
                : throw new IOException(status);
        }
        catch
        {
            await streams.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes to standard input.</summary>
    /// <exception cref="IOException">Nobody reads it any more.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => await _connection.WriteAsync(bytes, cancellation);

    /// <summary>Ends standard input; output goes on.</summary>
    public void CloseInput()
    {
        try
        {
            _connection.Socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The other side has gone first.
        }
    }

    /// <summary>
    /// Hands over what comes until the container has ended. A connection that breaks ends the same way: what became of the
    /// container is asked for elsewhere.
    /// </summary>
    /// <param name="take">Called with whether it is standard error, and the bytes.</param>
    public async Task ReadToEndAsync(Action<bool, ReadOnlySpan<byte>> take, CancellationToken cancellation)
    {
        try
        {
            while (await FillAsync(FrameHead, cancellation))
            {
                var isError = _chunk[0] == ErrorStream;
                for (var left = BinaryPrimitives.ReadUInt32BigEndian(_chunk.AsSpan(4)); left > 0;)
                {
                    var length = await _connection.ReadAsync(_chunk.AsMemory(0, (int)Math.Min(left, (uint)_chunk.Length)), cancellation);
                    if (length == 0)
                        return;
                    take(isError, _chunk.AsSpan(0, length));
                    left -= (uint)length;
                }
            }
        }
        catch (IOException)
        {
            // As above.
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<bool> FillAsync(int length, CancellationToken cancellation) =>
        await _connection.ReadAtLeastAsync(_chunk.AsMemory(0, length), length, throwOnEndOfStream: false, cancellation) == length;

    /// <summary>Reads up to the empty line, byte by byte, since what follows is not HTTP; returns the first line.</summary>
    private async Task<string> ReadHeadAsync(CancellationToken cancellation)
    {
        var head = new StringBuilder();
        while (head.Length < HeadLimit && await FillAsync(1, cancellation))
        {
            head.Append((char)_chunk[0]);
            if (head.Length > 3 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n')
                return head.ToString().Split('\r')[0];
        }

        return $"no answer: {head}";
    }
}
