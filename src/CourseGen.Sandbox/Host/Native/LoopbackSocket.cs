using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>
/// A TCP socket that says without an exception that nobody listens: whoever waits for a service hears that many times.
/// </summary>
internal static unsafe partial class LoopbackSocket
{
    public const int ErrorRefused = 111;

    // linux/in.h and asm-generic/socket.h
    private const int InternetFamily = 2;
    private const int StreamSocket = 0x80001; // SOCK_STREAM and SOCK_CLOEXEC
    private const int SocketLevel = 1;
    private const int SendTimeout = 21;
    private const uint Loopback = 0x7F00_0001;
    private const int AddressSize = 16;

    /// <summary>Makes one in the network that the calling thread is in.</summary>
    /// <exception cref="SandboxException">This process has as many open files as it may.</exception>
    public static SafeSocketHandle Make()
    {
        var socket = new SafeSocketHandle(Make(InternetFamily, StreamSocket, 0), ownsHandle: true);
        return socket.IsInvalid ? throw new SandboxException($"cannot make a socket: {Libc.TextOf(Marshal.GetLastPInvokeError())}") : socket;
    }

    /// <summary>Connects it to a port of this host. Holds up this thread.</summary>
    /// <param name="bound">How long to wait for a service that does not take its connections.</param>
    /// <returns>Zero, or errno.</returns>
    public static int Connect(SafeSocketHandle socket, int port, TimeSpan bound)
    {
        var time = stackalloc long[] { (long)bound.TotalSeconds, 0 };
        _ = SetOption(socket, SocketLevel, SendTimeout, time, 2 * sizeof(long));
        var address = stackalloc byte[AddressSize]; // All zero.
        *(ushort*)address = InternetFamily;
        BinaryPrimitives.WriteUInt16BigEndian(new Span<byte>(address + 2, sizeof(ushort)), (ushort)port);
        BinaryPrimitives.WriteUInt32BigEndian(new Span<byte>(address + 4, sizeof(uint)), Loopback);
        return Connect(socket, address, AddressSize) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial nint Make(int family, int kind, int protocol);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    private static partial int Connect(SafeHandle socket, byte* address, uint length);

    [LibraryImport("libc", EntryPoint = "setsockopt")]
    private static partial int SetOption(SafeHandle socket, int level, int option, void* value, uint length);
}
