using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>The calls of the C library by which files and mounts are laid out.</summary>
internal static unsafe partial class LayoutCalls
{
    public const int ErrorExists = 17;

    private const int ToWriteNew = 0x80041; // O_WRONLY, O_CREAT and O_CLOEXEC
    private const int ToKeep = 0x80000; // O_RDONLY and O_CLOEXEC
    private const int InternetFamily = 2;
    private const int DatagramSocket = 0x80002; // SOCK_DGRAM and SOCK_CLOEXEC
    private const nuint SetInterfaceFlags = 0x8914;
    private const ushort UpAndRunning = 0x41;

    // struct ifreq: a name of 16 bytes, and flags.
    private const int RequestSize = 40;
    private const int NameSize = 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool WriteFile(byte* path, uint mode, byte* bytes, nint length)
    {
        var file = Open(path, ToWriteNew, mode);
        return file >= 0 && ThreadCalls.Write(file, bytes, length) == length && Close(file) == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool RaiseLoopback()
    {
        var request = stackalloc byte[RequestSize]; // All zero.
        request[0] = (byte)'l';
        request[1] = (byte)'o';
        *(ushort*)(request + NameSize) = UpAndRunning;
        var socket = Socket(InternetFamily, DatagramSocket, 0);
        return socket >= 0 && Control(socket, SetInterfaceFlags, request) == 0 && Close(socket) == 0;
    }

    /// <summary>Opens something that stays open. Zero stands for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool OpenKept(byte* path, out ulong descriptor)
    {
        var opened = Open(path, ToKeep, 0);
        descriptor = opened > 0 ? (ulong)opened : 0;
        return opened > 0;
    }

    [LibraryImport("libc", EntryPoint = "mkdir")]
    public static partial int MakeFolder(byte* path, uint mode);

    [LibraryImport("libc", EntryPoint = "mknod")]
    public static partial int MakeNode(byte* path, uint mode, ulong device);

    [LibraryImport("libc", EntryPoint = "symlink")]
    public static partial int MakeLink(byte* target, byte* path);

    [LibraryImport("libc", EntryPoint = "lchown")]
    public static partial int ChangeOwner(byte* path, int user, int group);

    [LibraryImport("libc", EntryPoint = "chdir")]
    public static partial int ChangeFolder(byte* path);

    [LibraryImport("libc", EntryPoint = "mount")]
    public static partial int Mount(byte* source, byte* target, byte* type, nuint flags, byte* data);

    // The third argument of open and ioctl is a variable one: on the architectures there are engines for, it goes where a
    // fixed one does.
    [LibraryImport("libc", EntryPoint = "open")]
    private static partial int Open(byte* path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "socket")]
    private static partial int Socket(int family, int kind, int protocol);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(int descriptor, nuint request, byte* argument);
}
