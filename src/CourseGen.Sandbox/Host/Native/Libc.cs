using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>The few calls of the C library that the base class library does not offer.</summary>
internal static partial class Libc
{
    public const int SigKill = 9;
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const int ErrorAgain = 11;
    public const int ErrorNoEntry = 2;
    public const int ErrorInterrupted = 4;

    // The numbers of these newer calls are the same on every architecture.
    private const nint PidfdOpenCall = 434;
    private const nint CloseRangeCall = 436;
    private const nint OpenAt2Call = 437;

    private const int WriteAccess = 2;
    private const int SetStatusFlags = 4;
    private const int NonBlocking = 0x800;
    private const nint CloseOnExec = 4;
    private const int CloseDescriptorOnExec = 0x80000;
    private const int NetworkNamespace = 0x40000000;
    private const uint CharacterDevice = 0x2000;

    [StructLayout(LayoutKind.Sequential)]
    public struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    /// <summary>Makes every descriptor from 3 up close itself when a child runs another program.</summary>
    /// <remarks>
    /// The runtime opens its own descriptors that way; those the engine's process has inherited, or that a native
    /// library opened, would otherwise reach the box.
    /// </remarks>
    public static void CloseAllOnExec() => _ = SystemCall(CloseRangeCall, 3, unchecked((nint)uint.MaxValue), CloseOnExec, 0, 0);

    /// <summary>A descriptor that becomes readable when the process ends; null when it is gone already.</summary>
    public static SafeFileHandle? OpenProcess(int process)
    {
        var descriptor = SystemCall(PidfdOpenCall, process, 0, 0, 0, 0);
        return descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>Opens a path relative to a folder under the resolution rules of openat2(2); negative is minus errno.</summary>
    public static unsafe long OpenAt2(SafeFileHandle folder, string path, ulong flags, ulong resolve)
    {
        var how = stackalloc ulong[] { flags, 0, resolve };
        var name = Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            var descriptor = SystemCall(OpenAt2Call, folder.DangerousGetHandle(), name, (nint)how, 3 * sizeof(ulong), 0);
            return descriptor < 0 ? -Marshal.GetLastPInvokeError() : descriptor;
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
        }
    }

    public static void MakeNonBlocking(SafeHandle descriptor) => _ = FileControl(descriptor, SetStatusFlags, NonBlocking);

    /// <summary>Gives a pipe to a user, who may then open it again as <c>/dev/stdout</c> and the like.</summary>
    public static void GiveTo(SafeHandle pipe, int user) => _ = ChangeOwner(pipe, user, -1);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    /// <summary>Moves the calling thread, and nobody else of this process, into the network of another process.</summary>
    /// <returns>False when there is no such process, or this one may not.</returns>
    public static bool EnterNetwork(int process)
    {
        using var network = new SafeFileHandle(Open($"/proc/{process}/ns/net", CloseDescriptorOnExec), ownsHandle: true);
        return !network.IsInvalid && SetNamespace(network, NetworkNamespace) == 0;
    }

    /// <summary>Whether this process may make entries in a folder.</summary>
    public static bool MayWrite(string folder) => Access(folder, WriteAccess) == 0;

    /// <summary>Makes a device node 0/0, which every user may.</summary>
    public static bool MakeWhiteout(string path) => MakeNode(path, CharacterDevice, 0) == 0;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static unsafe partial int Poll(PollEntry* entries, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static unsafe partial nint Read(SafeHandle descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static unsafe partial nint Write(SafeHandle descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int StatX(int folder, string path, int flags, uint mask, byte* result);

    [LibraryImport("libc", EntryPoint = "statvfs", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int StatVfs(string path, ulong* result);

    [LibraryImport("libc", EntryPoint = "mknod", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeNode(string path, uint mode, ulong device);

    [LibraryImport("libc", EntryPoint = "setns")]
    private static partial int SetNamespace(SafeHandle descriptor, int kind);

    [LibraryImport("libc", EntryPoint = "fchown")]
    private static partial int ChangeOwner(SafeHandle descriptor, int user, int group);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int FileControl(SafeHandle descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint first, nint second, nint third, nint fourth, nint fifth);
}
