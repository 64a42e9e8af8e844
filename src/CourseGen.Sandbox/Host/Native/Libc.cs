using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>The few calls of the C library that the base class library does not offer.</summary>
internal static partial class Libc
{
    public const int SigKill = 9;
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const int CloseOnExecute = 0x80000;
    public const int ErrorAgain = 11;
    public const int MountNamespace = 0x00020000;
    public const int IpcNamespace = 0x08000000;
    public const int ProcessNamespace = 0x20000000;
    public const int NetworkNamespace = 0x40000000;
    public const int ErrorNoEntry = 2;
    public const int ErrorInterrupted = 4;

    // The numbers of these newer calls are the same on every architecture.
    private const nint PidfdSignalCall = 424;
    private const nint PidfdOpenCall = 434;
    private const nint OpenAt2Call = 437;

    private const int WriteAccess = 2;
    private const int SetStatusFlags = 4;
    private const int NonBlocking = 0x800;
    private const uint CharacterDevice = 0x2000;

    private const string CloseFrom = "posix_spawn_file_actions_addclosefrom_np";

    /// <summary>Whether this C library has it.</summary>
    public static bool CanCloseFrom { get; } = NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), CloseFrom, out _);

    [StructLayout(LayoutKind.Sequential)]
    public struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

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

    /// <summary>Writes to a pipe that holds up this thread when it is full. Nothing is said of one that nobody reads any more.</summary>
    public static unsafe void WriteAll(SafeHandle pipe, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (nint at = 0, length = 0; at < bytes.Length && length >= 0; at += length)
                length = Write(pipe, start + at, (nuint)(bytes.Length - at));
        }
    }

    public static void MakeNonBlocking(SafeHandle descriptor) => _ = FileControl(descriptor, SetStatusFlags, NonBlocking);

    /// <summary>Makes a pipe whose ends no child inherits.</summary>
    /// <param name="user">Whose it is, and who may open it again as <c>/dev/stdout</c> and the like; 0 for this process's.</param>
    /// <exception cref="SandboxException">This process has as many open files as it may.</exception>
    public static unsafe (SafeFileHandle Reading, SafeFileHandle Writing) MakePipe(int user)
    {
        var ends = stackalloc int[2];
        if (MakePipe(ends, CloseOnExecute) != 0)
            throw new SandboxException($"cannot make a pipe: {TextOf(Marshal.GetLastPInvokeError())}");
        var pipe = (new SafeFileHandle(ends[0], ownsHandle: true), new SafeFileHandle(ends[1], ownsHandle: true));
        if (user != 0)
            _ = ChangeOwner(pipe.Item2, user, -1);
        return pipe;
    }

    /// <summary>Waits for a child of this process.</summary>
    /// <returns>Its exit status: 128 + n for death by signal n.</returns>
    public static unsafe int WaitFor(int process)
    {
        const int signalBits = 0x7F;
        int status;
        while (Wait(process, &status, 0) < 0)
        {
            if (Marshal.GetLastPInvokeError() != ErrorInterrupted)
                throw new SandboxException($"cannot wait for process {process}: {TextOf(Marshal.GetLastPInvokeError())}");
        }

        return (status & signalBits) == 0 ? (status >> 8) & 0xFF : 128 + (status & signalBits);
    }

    /// <summary>What an errno means.</summary>
    public static string TextOf(int error) => Marshal.GetPInvokeErrorMessage(error);

    /// <summary>Opens a file of the kernel to be written, without the questions and locks that others are opened with.</summary>
    /// <exception cref="SandboxException">It is gone, or may not be written.</exception>
    public static SafeFileHandle OpenToWrite(string path)
    {
        const int toWrite = 1;
        var file = new SafeFileHandle(Open(path, toWrite | CloseOnExecute), ownsHandle: true);
        return file.IsInvalid ? throw new SandboxException($"cannot open {path}: {TextOf(Marshal.GetLastPInvokeError())}") : file;
    }

    /// <summary>Opens a named pipe at both ends, so that nobody who opens one of them waits for the other.</summary>
    /// <exception cref="SandboxException">It is not there.</exception>
    public static SafeFileHandle OpenPipe(string path)
    {
        const int readAndWrite = 2;
        var pipe = new SafeFileHandle(Open(path, readAndWrite | NonBlocking | CloseOnExecute), ownsHandle: true);
        return pipe.IsInvalid ? throw new SandboxException($"cannot open {path}: {TextOf(Marshal.GetLastPInvokeError())}") : pipe;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    /// <summary>Sends SIGKILL to the process that a descriptor stands for, if it still runs.</summary>
    public static void Kill(SafeFileHandle process) => _ = SystemCall(PidfdSignalCall, process.DangerousGetHandle(), SigKill, 0, 0, 0);

    /// <summary>Waits until the process that a descriptor stands for has ended. Blocks.</summary>
    /// <returns>Whether it has.</returns>
    public static unsafe bool WaitForEnd(SafeFileHandle process, TimeSpan bound)
    {
        var entry = new PollEntry { Descriptor = (int)process.DangerousGetHandle(), Events = PollIn };
        return Poll(&entry, 1, (int)bound.TotalMilliseconds) > 0;
    }

    /// <summary>Holds up this thread.</summary>
    public static unsafe void Pause(TimeSpan time) => _ = Poll(null, 0, (int)time.TotalMilliseconds);

    /// <summary>Whether this process may make entries in a folder.</summary>
    public static bool MayWrite(string folder) => Access(folder, WriteAccess) == 0;

    /// <summary>Gives something to a user and the group of that number; a link, not what it leads to.</summary>
    /// <returns>Whether it may be given.</returns>
    public static bool Give(string path, int user) => ChangeOwnerOfLink(path, user, user) == 0;

    /// <summary>Makes a device node 0/0, which every user may.</summary>
    public static bool MakeWhiteout(string path) => MakeNode(path, CharacterDevice, 0) == 0;

    /// <summary>Makes a file that is nowhere but in memory; invalid when it cannot be made.</summary>
    public static SafeFileHandle MakeMemoryFile() => new(MakeMemoryFile("coursegen", 1), ownsHandle: true); // MFD_CLOEXEC

    /// <summary>Sets an attribute of a file to nothing.</summary>
    /// <returns>Whether it may be set.</returns>
    public static bool SetAttribute(SafeFileHandle file, string name) => SetAttribute(file, name, 0, 0, 0) == 0;

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint MakeMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "fsetxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetAttribute(SafeHandle file, string name, nint value, nuint size, int flags);

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

    [LibraryImport("libc", EntryPoint = "fchown")]
    private static partial int ChangeOwner(SafeHandle descriptor, int user, int group);

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwnerOfLink(string path, int user, int group);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int FileControl(SafeHandle descriptor, int command, int argument);

    /// <summary>Has posix_spawn(3) close all descriptors in the child from a number on, where <see cref="CanCloseFrom"/>.</summary>
    [LibraryImport("libc", EntryPoint = CloseFrom)]
    public static unsafe partial int AddCloseFrom(byte* actions, int first);

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    private static unsafe partial int MakePipe(int* ends, int flags);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static unsafe partial int Wait(int process, int* status, int options);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint first, nint second, nint third, nint fourth, nint fifth);
}
