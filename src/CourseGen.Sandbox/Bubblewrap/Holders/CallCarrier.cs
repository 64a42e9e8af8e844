using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>What carries the calls of a session that the launcher has made, from the first one on.</summary>
/// <param name="namespaces">The session's.</param>
/// <param name="channels">What calls go through, to be laid out for the first command that may make some.</param>
internal sealed class CallCarrier(WorkFolder work, HolderPlan plan, SafeFileHandle[] namespaces, Layout channels) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private SafeFileHandle? _request;
    private HolderProcess? _process;

    /// <summary>Whether calls are carried, as far as there were any.</summary>
    public bool IsUp => _process is null or { IsThere: true };

    /// <summary>The first call, as long as there was none.</summary>
    /// <param name="pipe">Where callers say that they are there.</param>
    public FirstCall? Await(string pipe)
    {
        lock (_gate)
        {
            if (_process is not null)
                return null;
            if (_request is null)
            {
                Launcher.Make(new Place { Entered = namespaces, Layouts = [channels] });
                _request = Libc.OpenPipe(pipe);
            }

            return new FirstCall(_request, Carry);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _request?.Dispose();
    }

    /// <summary>Starts the processes, once.</summary>
    private void Carry()
    {
        lock (_gate)
        {
            if (_process is not null)
                return;
            SessionFiles.WriteBoxes(plan);
            var place = new Place { Entered = namespaces, Made = Libc.ProcessNamespace };
            // Only a process of the new process namespace can mount its processes.
            var started = Child.Start(
                "unshare", ["--mount-proc", .. HolderProcess.Program(work, plan, "-", "-")],
                new() { Start = (prepared, out id) => Launcher.Start(prepared, place, out id) });
            _process = new HolderProcess(started, started.Id);
        }
    }
}
