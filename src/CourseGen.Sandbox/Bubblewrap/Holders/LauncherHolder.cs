using System.Globalization;
using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>
/// A holder that is a few descriptors of this process, which the launcher goes by; it makes the namespaces and starts
/// bubblewrap where a command belongs. No program is needed for either. Only root's can be.
/// </summary>
internal sealed class LauncherHolder : Holder
{
    private readonly SafeFileHandle _root;
    private readonly SafeFileHandle[] _namespaces;
    private readonly SafeFileHandle? _network;
    private readonly WorkFolder _work;
    private readonly HolderPlan _plan;
    private readonly CallCarrier _carrier;
    private readonly ReadyBoxes _ready;

    private LauncherHolder(WorkFolder work, HolderPlan plan, Layout channels, IReadOnlyList<SafeFileHandle> opened)
    {
        _root = opened[0];
        _namespaces = [.. opened.Skip(1)];
        _network = plan.Spec.HostNetwork ? null : opened[^1];
        _work = work;
        _plan = plan;
        _carrier = new CallCarrier(work, plan, _namespaces, channels);
        _ready = new ReadyBoxes(StartReady);
    }

    public override IReadOnlyList<string> Namespaces =>
    [
        $"--mount={OwnPath(_namespaces[0])}", $"--ipc={OwnPath(_namespaces[1])}",
        .. _network is not null ? [$"--net={OwnPath(_network)}"] : Array.Empty<string>(),
    ];

    public override bool CarriesCalls => _carrier.IsUp;

    /// <summary>Makes a session's namespaces.</summary>
    /// <exception cref="SandboxException">They did not come up.</exception>
    public static LauncherHolder Make(WorkFolder work, HolderPlan plan, Skeletons skeletons)
    {
        var (settings, hasOwnNetwork) = (plan.Settings, !plan.Spec.HostNetwork);
        using var sources = SessionLayout.Sources(plan.Mounts.Sources, hasOwnNetwork);
        using var boxes = SessionLayout.Boxes(plan.Mounts.Boxes, hasOwnNetwork);
        Launcher.Make(new Place { Made = settings.Namespaces | (hasOwnNetwork ? settings.Network : 0), Layouts = [sources, skeletons.Files, boxes] });
        return new LauncherHolder(work, plan, skeletons.Channels, boxes.TakeOpened());
    }

    public override string Reach(string path) =>
        _root.IsClosed ? throw new SandboxException("the session is over") : $"{OwnPath(_root)}{path}";

    public override StartedBox StartCommand(Side side, Command command)
    {
        if (ReadyBox.Serves(command) && _ready.TakeAsync(side).GetAwaiter().GetResult()?.Become(command) is { } ready)
            return ready;
        using var nothing = OpenEmptyInput(side, command);
        return Start(side, BoxFlags.Of(command), nothing, []);
    }

    public override void MakeReady(Side side) => _ready.Make(side);

    public override IReadOnlyList<int> BubblewrapOf(Child started) => [started.Id];

    public override Health AskHealth(HealthPlan plan, CancellationToken cancellation) => new HealthVisit(InNetwork, plan).Ask(cancellation);

    /// <remarks>What was in the boxes has ended with its commands.</remarks>
    public override async ValueTask DisposeAsync()
    {
        await _ready.DisposeAsync();
        await _carrier.DisposeAsync();
        _root.Dispose();
        foreach (var one in _namespaces)
            one.Dispose();
    }

    private StartedBox Start(Side side, IReadOnlyList<string> arguments, SafeFileHandle? input, IReadOnlyList<(SafeFileHandle From, int To)> more)
    {
        var call = side == Side.Checker ? _carrier.Await(Reach("/mnt/call/request")) : null;
        return StartedBox.Start(account => StartBox(side, arguments, input, [(account, 7), .. more]), call);
    }

    private ReadyBox StartReady(Side side) =>
        ReadyBox.Start(Slots.Of(side), line => Start(side, BoxFlags.Of(ReadyBox.Program), input: null, [(line, 6)]));

    private Child StartBox(Side side, IReadOnlyList<string> arguments, SafeFileHandle? input, IReadOnlyList<(SafeFileHandle From, int To)> more)
    {
        using var files = new OpenFiles();
        var filter = files.Add(File.OpenHandle(_work.FilterFile));
        var (reading, writing) = Libc.MakePipe(user: 0);
        files.Add(reading);
        files.Add(writing);
        var place = PlaceOf(side, files);
        var child = Child.Start(
            "bwrap", ["--args", "8", .. arguments],
            new(input, place.User)
            {
                More = [.. more, (reading, 8), (filter, 9)],
                Start = (prepared, out id) => Launcher.Start(prepared, place, out id),
            });
        Limit(child, _plan.Boxes.Of(side));
        // Bubblewrap does nothing before it has read these to their end. If it has died, its own ending says why.
        reading.Dispose();
        Libc.WriteAll(writing, _plan.ArgumentsOf(side));
        return child;
    }

    /// <summary>Does something while the calling thread, and nobody else of this process, is in the session's network.</summary>
    /// <remarks>
    /// No more than has to be done there: a thread that the runtime came to start from this one would be there for good.
    /// </remarks>
    private T InNetwork<T>(Func<T> something)
    {
        if (_network is null)
            return something();
        if (ThreadCalls.Enter(_network, Libc.NetworkNamespace) != 0)
            throw new SandboxException("the session's network cannot be entered");
        try
        {
            return something();
        }
        finally
        {
            if (ThreadCalls.Enter(Launcher.Home, Libc.NetworkNamespace) != 0)
                Environment.FailFast("A thread cannot come back from a session's network.");
        }
    }

    /// <summary>Puts what was started under the limits of its box, or ends it.</summary>
    private static void Limit(Child child, Cgroup group)
    {
        var limited = false;
        try
        {
            group.Add(child.Id);
            limited = true;
        }
        finally
        {
            if (!limited)
            {
                _ = Libc.Kill(child.Id, Libc.SigKill);
                _ = child.ExitStatus();
                child.Dispose();
            }
        }
    }

    private Place PlaceOf(Side side, OpenFiles files)
    {
        var (join, back) = _plan.Boxes.Of(side).ThreadFiles;
        var limits = _plan.Spec.Limits;
        return new Place
        {
            Entered = _namespaces,
            User = Slots.Of(side),
            Groups = [.. join.Select(path => files.Add(Libc.OpenToWrite(path)))],
            OwnGroups = [.. back.Select(path => files.Add(Libc.OpenToWrite(path)))],
            Limits =
            [
                new(ResourceKind.CoreFile, 0),
                new(ResourceKind.OpenFiles, (ulong)limits.OpenFiles),
                .. ulong.TryParse(_plan.Boxes.ProcessLimit(limits), CultureInfo.InvariantCulture, out var processes) ? [new(ResourceKind.Processes, processes)] : Array.Empty<ResourceLimit>(),
            ],
        };
    }

    private static string OwnPath(SafeFileHandle descriptor) =>
        string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/{descriptor.DangerousGetHandle()}");
}
