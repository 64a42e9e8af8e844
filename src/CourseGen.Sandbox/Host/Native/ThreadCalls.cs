using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>System calls that change the calling thread, and nobody else of this process. Negative is a failure.</summary>
internal static partial class ThreadCalls
{
    private const int OwnFoldersKind = 0x200;
    private const nint CloseRangeCall = 436;
    private const nint CloseOnExec = 4;

    // Through the C library, these would change every thread of this process.
    private static readonly (nint Groups, nint User, nint Group) Numbers = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => (116, 117, 119),
        Architecture.Arm64 => (159, 147, 149),
        _ => default,
    };

    /// <summary>Whether their numbers on this machine are known.</summary>
    public static bool AreKnown => Numbers.User != 0;

    /// <summary>Gives the thread a root, a working folder and a mask of its own, which is what entering other files takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int OwnFolders() => Unshare(OwnFoldersKind);

    /// <summary>Leaves all groups but a user's own, which has the user's number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static nint BecomeGroup(int group) =>
        Change(Numbers.Groups, 0, 0, 0) != 0 ? -1 : Change(Numbers.Group, group, group, group);

    /// <summary>Becomes a user, with root as the way back: a program that is started from here does not have that way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static nint BecomeUser(int user) => Change(Numbers.User, user, user, 0);

    /// <summary>Becomes root again, after <see cref="BecomeUser"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static nint BecomeRoot() => Change(Numbers.User, 0, 0, 0) != 0 ? -1 : Change(Numbers.Group, 0, 0, 0);

    /// <summary>Makes every descriptor of this process from 3 up close itself when a child runs another program.</summary>
    /// <remarks>
    /// The runtime opens its own descriptors that way; those the engine's process has inherited, or that a native
    /// library opened, would otherwise reach the box.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CloseAllOnExec() => _ = Change(CloseRangeCall, 3, unchecked((nint)uint.MaxValue), CloseOnExec);

    /// <summary>The errno of the call that has just failed, on this thread; never zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe int LastError()
    {
        var error = *ErrorLocation();
        return error != 0 ? error : 1;
    }

    /// <summary>Enters namespaces of the process that a descriptor stands for.</summary>
    [LibraryImport("libc", EntryPoint = "setns")]
    public static partial int Enter(int process, int kinds);

    /// <summary>The same, for where there is time to see that the descriptor is still open.</summary>
    [LibraryImport("libc", EntryPoint = "setns")]
    public static partial int Enter(SafeHandle process, int kinds);

    /// <summary>Sets which rights new files do not get. The thread must have <see cref="OwnFolders"/>.</summary>
    [LibraryImport("libc", EntryPoint = "umask")]
    public static partial int SetMask(int mask);

    /// <summary>Limits a resource of a process that has the same user.</summary>
    [LibraryImport("libc", EntryPoint = "prlimit64")]
    public static unsafe partial int Limit(int process, int kind, ulong* limits, ulong* former);

    /// <summary>Lets others run.</summary>
    [LibraryImport("libc", EntryPoint = "sched_yield")]
    public static partial int Yield();

    /// <summary>Writes to a descriptor.</summary>
    [LibraryImport("libc", EntryPoint = "write")]
    public static unsafe partial nint Write(int descriptor, byte* bytes, nint count);

    /// <summary>Makes namespaces and enters them; a process namespace is entered by what is started.</summary>
    [LibraryImport("libc", EntryPoint = "unshare")]
    public static partial int Unshare(int kinds);

    [LibraryImport("libc", EntryPoint = "__errno_location")]
    private static unsafe partial int* ErrorLocation();

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Change(nint call, nint first, nint second, nint third);
}
