using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host;

/// <summary>
/// A thread of this process that starts programs elsewhere: in other namespaces, as another user, in other control groups.
/// It becomes all that for the moment of the start, which spares the programs that would do so. Only root's can.
/// </summary>
/// <remarks>
/// It never ends, because what it starts may be told by the kernel to end with it, and it does nothing else, because a
/// thread that the runtime made from it at the wrong moment would be elsewhere for good.
/// </remarks>
internal static class Launcher
{
    private const int LimitTries = 100_000;

    private static readonly BlockingCollection<Launch> Waiting = [];
    private static readonly SafeFileHandle Home = Libc.OpenProcess(Environment.ProcessId)!;
    private static readonly Lazy<Thread> Worker = new(StartWorker);

    /// <summary>Whether this process can have one.</summary>
    public static bool IsPossible { get; } = Libc.EffectiveUser() == 0 && ThreadCalls.AreKnown;

    /// <summary>Starts a program elsewhere.</summary>
    /// <param name="prepared">The program.</param>
    /// <param name="place">Where.</param>
    /// <param name="process">The new process's id.</param>
    /// <returns>Zero, or errno.</returns>
    public static int Start(Spawn prepared, Place place, out int process)
    {
        _ = Worker.Value;
        using var launch = new Launch(prepared, place);
        Waiting.Add(launch);
        launch.Done.Wait();
        process = launch.Process;
        return launch.Failed;
    }

    private static Thread StartWorker()
    {
        // What is called while the thread is elsewhere is found beforehand.
        Marshal.PrelinkAll(typeof(ThreadCalls));
        Marshal.PrelinkAll(typeof(Spawn));
        var worker = new Thread(Work) { IsBackground = true, Name = "launcher" };
        worker.Start();
        return worker;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Work()
    {
        if (ThreadCalls.OwnFolders() != 0)
            Environment.FailFast("The sandbox's launcher cannot have folders of its own.");
        _ = ThreadCalls.SetMask(0);
        foreach (var launch in Waiting.GetConsumingEnumerable())
        {
            Start(launch);
            launch.Done.Set();
        }
    }

    /// <remarks>Compiled at once and as a whole, allocates nothing, and calls nothing but the kernel.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Start(Launch launch)
    {
        var home = (int)Home.DangerousGetHandle();
        var place = launch.Place;
        var session = (int)place.Session.DangerousGetHandle();
        var isThere = Join(place.Groups) && ThreadCalls.Enter(session, place.Namespaces) == 0
            && ThreadCalls.BecomeGroup(place.User) == 0 && ThreadCalls.BecomeUser(place.User) == 0;
        launch.Failed = isThere ? launch.Prepared.Start(out launch.Process) : Marshal.GetLastSystemError();
        if (launch.Failed == 0 && !Limit(launch.Process, place.Limits))
            launch.Failed = Marshal.GetLastSystemError();
        if (ThreadCalls.BecomeRoot() != 0 || ThreadCalls.Enter(home, place.Namespaces) != 0 || !Join(place.OwnGroups))
            Environment.FailFast("The sandbox's launcher cannot come back from a session.");
    }

    private static unsafe bool Join(SafeFileHandle[] groups)
    {
        const byte self = (byte)'0';
        var text = self;
        foreach (var group in groups)
        {
            if (ThreadCalls.Write((int)group.DangerousGetHandle(), &text, 1) != 1)
                return false;
        }

        return true;
    }

    /// <remarks>
    /// A process may be limited by whoever it runs as: root may lack the right to limit others. For some microseconds after
    /// its start, the new process still has the way back that this thread has, and is somebody else's.
    /// </remarks>
    private static unsafe bool Limit(int process, ResourceLimit[] limits)
    {
        var values = stackalloc ulong[2];
        var tries = 0;
        foreach (var limit in limits)
        {
            values[0] = values[1] = limit.Most;
            while (ThreadCalls.Limit(process, (int)limit.Kind, values, null) != 0)
            {
                if (++tries > LimitTries)
                    return false;
                _ = ThreadCalls.Yield();
            }
        }

        return true;
    }

    private sealed class Launch(Spawn prepared, Place place) : IDisposable
    {
        public int Process;
        public int Failed;

        public Spawn Prepared => prepared;

        public Place Place => place;

        public ManualResetEventSlim Done { get; } = new();

        public void Dispose() => Done.Dispose();
    }
}

/// <summary>Where a program is started, and as what.</summary>
internal sealed class Place
{
    /// <summary>A process that is there.</summary>
    public required SafeFileHandle Session { get; init; }

    /// <summary>Which of its namespaces are entered.</summary>
    public required int Namespaces { get; init; }

    /// <summary>The user, whose own group has the same number, and who is in no other.</summary>
    public required int User { get; init; }

    /// <summary>The files by which a thread joins the control groups that the program begins in.</summary>
    public required SafeFileHandle[] Groups { get; init; }

    /// <summary>Those by which it comes back to its own.</summary>
    public required SafeFileHandle[] OwnGroups { get; init; }

    /// <summary>The program's limits, none above this process's own.</summary>
    public required ResourceLimit[] Limits { get; init; }
}

/// <summary>A resource that a process may have so much of.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Most">How much.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ResourceLimit(ResourceKind Kind, ulong Most);

/// <summary>Resources of a process, by the kernel's numbers, the same on the architectures there are engines for (asm-generic/resource.h).</summary>
internal enum ResourceKind
{
    /// <summary>Bytes of a core file.</summary>
    CoreFile = 4,

    /// <summary>Processes of its user.</summary>
    Processes = 6,

    /// <summary>Open files.</summary>
    OpenFiles = 7,
}
