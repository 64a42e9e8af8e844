using System.Reflection;
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
/// It never ends, because what it starts may be told by the kernel to end with it. It does nothing else, because a thread
/// that the runtime came to start from it at the wrong moment would be elsewhere for good, or could not be started. So
/// whatever runs meanwhile is compiled beforehand and for good, allocates nothing, and calls nothing but the kernel.
/// </remarks>
internal static class Launcher
{
    private const int LimitTries = 100_000;
    private const int AllKinds = Libc.MountNamespace | Libc.IpcNamespace | Libc.NetworkNamespace | Libc.ProcessNamespace;
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Queue<Launch> Waiting = [];
    private static readonly Lazy<Thread> Worker = new(StartWorker);

    /// <summary>This process, whose namespaces a thread comes back to.</summary>
    public static SafeFileHandle Home { get; } = Libc.OpenProcess(Environment.ProcessId)!;

    /// <summary>Whether this process can have one: root's, on a kernel that lets processes be entered by their descriptors.</summary>
    public static bool IsPossible { get; } =
        Libc.EffectiveUser() == 0 && ThreadCalls.AreKnown && ThreadCalls.Enter((int)Home.DangerousGetHandle(), Libc.IpcNamespace) == 0;

    /// <summary>Makes what a place is made of, and comes back.</summary>
    /// <exception cref="SandboxException">It cannot be made.</exception>
    public static void Make(Place place)
    {
        if (Start(prepared: null, place, out _) is not 0 and var failed)
            throw new SandboxException($"the session's namespaces cannot be made: {Libc.TextOf(failed)}");
    }

    /// <summary>Starts a program elsewhere.</summary>
    /// <param name="prepared">The program; null for none.</param>
    /// <param name="place">Where.</param>
    /// <param name="process">The new process's id.</param>
    /// <returns>Zero, or errno.</returns>
    /// <exception cref="SandboxException">Something cannot be laid out.</exception>
    public static int Start(Spawn? prepared, Place place, out int process)
    {
        _ = Worker.Value;
        using var launch = new Launch(prepared, place);
        var held = 0;
        try
        {
            var isHeld = false;
            for (; held < place.Entered.Length; held++)
                place.Entered[held].DangerousAddRef(ref isHeld);
            Add(launch);
            launch.Done.Wait();
        }
        finally
        {
            while (held > 0)
                place.Entered[--held].DangerousRelease();
        }

        process = launch.Process;
        if (launch is { Failed: not 0, Process: 0, Layout: { } layout } && !place.Layouts[layout].IsAll(launch.Call))
            throw new SandboxException($"the session's files do not come up: {place.Layouts[layout].Describe(launch.Call)}: {Libc.TextOf(launch.Failed)}");
        return launch.Failed;
    }

    private static Thread StartWorker()
    {
        foreach (var type in new[] { typeof(Launcher), typeof(Layout), typeof(LayoutCalls), typeof(Spawn), typeof(ThreadCalls) })
        {
            Marshal.PrelinkAll(type);
            foreach (var method in type.GetMethods(Own).Where(one => one.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveOptimization)))
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }

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
        while (true)
        {
            var launch = Take();
            Start(launch);
            launch.Done.Set();
        }
    }

    private static void Add(Launch launch)
    {
        lock (Waiting)
        {
            Waiting.Enqueue(launch);
            Monitor.Pulse(Waiting);
        }
    }

    /// <remarks>A collection that blocks would look for work for a while before it sleeps.</remarks>
    private static Launch Take()
    {
        lock (Waiting)
        {
            while (Waiting.Count == 0)
                Monitor.Wait(Waiting);
            return Waiting.Dequeue();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Start(Launch launch)
    {
        var place = launch.Place;
        launch.Failed = !Go(launch, place) ? ThreadCalls.LastError() : launch.Prepared is { } prepared ? prepared.Start(out launch.Process) : 0;
        if (launch.Failed == 0 && !Limit(launch.Process, place.Limits))
            launch.Failed = ThreadCalls.LastError();
        if (ThreadCalls.BecomeRoot() != 0 || ThreadCalls.Enter((int)Home.DangerousGetHandle(), AllKinds) != 0 || !Join(place.OwnGroups))
            Environment.FailFast("The sandbox's launcher cannot come back from a session.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Go(Launch launch, Place place)
    {
        if (!Join(place.Groups))
            return false;
        foreach (var one in place.Entered)
        {
            if (ThreadCalls.Enter((int)one.DangerousGetHandle(), 0) != 0)
                return false;
        }

        if (ThreadCalls.Unshare(place.Made) != 0)
            return false;
        for (var index = 0; index < place.Layouts.Length; index++)
        {
            launch.Layout = index;
            launch.Call = place.Layouts[index].Make();
            if (!place.Layouts[index].IsAll(launch.Call))
                return false;
        }

        return ThreadCalls.BecomeGroup(place.User) == 0 && ThreadCalls.BecomeUser(place.User) == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    private sealed class Launch(Spawn? prepared, Place place) : IDisposable
    {
        public int Process;
        public int Failed;
        public int? Layout;
        public int Call;

        public Spawn? Prepared => prepared;

        public Place Place => place;

        // Whoever waits does so for milliseconds, which are not to be spent looking.
        public ManualResetEventSlim Done { get; } = new(initialState: false, spinCount: 0);

        public void Dispose() => Done.Dispose();
    }
}
