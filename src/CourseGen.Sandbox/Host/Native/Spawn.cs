using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>
/// A program that posix_spawn(3) is ready to start: in a session of its own, away from this process's terminal, with
/// nothing of its environment.
/// </summary>
/// <remarks>
/// The base class library's way has no room for descriptors beside the standard three, from which bubblewrap takes its
/// arguments and its filter (docs/adr/0012-a-launcher-thread.md). What is started is a child of the thread that
/// starts it: it has the namespaces, the user and the control groups that this thread has then.
/// </remarks>
internal sealed unsafe partial class Spawn : IDisposable
{
    // Both C libraries keep less in these.
    private const int ActionsSize = 256;
    private const int AttributesSize = 1024;
    private const int SignalSetWords = 16;

    // The same in both C libraries.
    private const short DefaultSignals = 0x04;
    private const short SignalMask = 0x08;
    private const short OwnSession = 0x80;

    // The program's path, and from there on what it gets as arguments.
    private readonly WordList _words;
    private readonly WordList _environment = new([$"PATH={HostPrograms.SearchPath}"]);

    // Signals 1 to 31 but SIGKILL and SIGSTOP, which nobody can change. The runtime ignores SIGPIPE; no program expects that.
    private const ulong OrdinarySignals = 0x7FFF_FFFF & ~(1ul << 8) & ~(1ul << 18);

    private readonly byte* _actions = (byte*)NativeMemory.AllocZeroed(ActionsSize);
    private readonly byte* _attributes = (byte*)NativeMemory.AllocZeroed(AttributesSize);

    /// <param name="program">Its name.</param>
    /// <param name="arguments">What follows the program's name.</param>
    /// <param name="descriptors">The descriptors it gets, by their numbers there; all others close. They stay open until it is started.</param>
    /// <exception cref="SandboxException">There is no such program.</exception>
    public Spawn(string program, IEnumerable<string> arguments, IReadOnlyList<(SafeFileHandle From, int To)> descriptors)
    {
        _words = new WordList([HostPrograms.Locate(program), program, .. arguments]);
        _ = InitActions(_actions);
        _ = InitAttributes(_attributes);
        foreach (var (from, to) in descriptors)
            _ = AddDuplicate(_actions, (int)from.DangerousGetHandle(), to);
        CloseOthers([.. descriptors.Select(descriptor => descriptor.To)]);
        var signals = stackalloc ulong[SignalSetWords];
        new Span<ulong>(signals, SignalSetWords).Clear();
        _ = SetSignalMask(_attributes, signals);
        signals[0] = OrdinarySignals;
        _ = SetDefaultSignals(_attributes, signals);
        _ = SetFlags(_attributes, DefaultSignals | SignalMask | OwnSession);
    }

    /// <summary>Starts it. Allocates nothing.</summary>
    /// <param name="process">The process's id.</param>
    /// <returns>Zero, or errno.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Start(out int process)
    {
        int id;
        // For C libraries that cannot close in the child: what other threads open from here on still gets there.
        ThreadCalls.CloseAllOnExec();
        var refused = Call(&id, _words.All[0], _actions, _attributes, _words.All + 1, _environment.All);
        process = id;
        return refused;
    }

    public void Dispose()
    {
        _ = DestroyActions(_actions);
        _ = DestroyAttributes(_attributes);
        NativeMemory.Free(_actions);
        NativeMemory.Free(_attributes);
        _words.Dispose();
        _environment.Dispose();
    }

    // A native library of this process may open a file at any moment without the mark that closes it in children, so that
    // they are closed there. glibc can since 2.34.
    private void CloseOthers(IReadOnlyList<int> kept)
    {
        const int first = 3;
        var end = Math.Max(kept.Max() + 1, first);
        foreach (var gap in Enumerable.Range(first, end - first).Except(kept))
            _ = AddClose(_actions, gap);
        if (Libc.CanCloseFrom)
            _ = Libc.AddCloseFrom(_actions, end);
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addclose")]
    private static partial int AddClose(byte* actions, int descriptor);

    [LibraryImport("libc", EntryPoint = "posix_spawn")]
    private static partial int Call(int* process, byte* path, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int DestroyActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddDuplicate(byte* actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int InitAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial int DestroyAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(byte* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    private static partial int SetSignalMask(byte* attributes, ulong* set);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    private static partial int SetDefaultSignals(byte* attributes, ulong* set);
}
