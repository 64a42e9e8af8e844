using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host;

/// <summary>
/// A program that the engine has started and whose streams it carries: in a session of its own, with nothing of this
/// process's environment or descriptors, and a child of the thread that starts it.
/// </summary>
internal sealed class Child : IDisposable
{
    /// <summary>Starts a program that is ready to be.</summary>
    /// <returns>Zero, or errno.</returns>
    public delegate int Starter(Spawn prepared, out int process);

    private readonly SafeFileHandle _ending;
    private int? _status;

    private Child(int id, SafeFileHandle? input, SafeFileHandle output, SafeFileHandle error)
    {
        Id = id;
        Input = input;
        Output = output;
        Error = error;
        // Nobody else waits for it, so that its id is its own until ExitStatus.
        _ending = Libc.OpenProcess(id) ?? throw new SandboxException("the kernel gives out no descriptors of processes");
    }

    /// <summary>The process id.</summary>
    public int Id { get; }

    /// <summary>The end of its standard input that is written; null when it reads something else.</summary>
    public SafeFileHandle? Input { get; }

    /// <summary>The end of its standard output that is read.</summary>
    public SafeFileHandle Output { get; }

    /// <summary>The end of its standard error that is read.</summary>
    public SafeFileHandle Error { get; }

    /// <summary>Becomes readable when the process has ended.</summary>
    public SafeFileHandle Ending => _ending;

    /// <summary>Starts a program of the distribution.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">What follows the name.</param>
    /// <param name="input">What it reads; a pipe when there is none.</param>
    /// <param name="user">Who may open its streams again by their names in <c>/dev</c>.</param>
    /// <param name="more">Descriptors that it gets beside the three, by their numbers there.</param>
    /// <param name="start">What starts it, when the calling thread does not do so as it is; returns zero, or errno.</param>
    /// <exception cref="SandboxException">It cannot be started.</exception>
    public static Child Start(
        string program, IEnumerable<string> arguments, SafeFileHandle? input = null, int user = 0,
        IReadOnlyList<(SafeFileHandle From, int To)>? more = null, Starter? start = null)
    {
        var (reading, toWrite) = input is null ? Libc.MakePipe(user) : (input, null);
        var (output, writing) = Libc.MakePipe(user);
        var (error, complaining) = Libc.MakePipe(user);
        using var ofChild = new Handles(input is null ? [reading, writing, complaining] : [writing, complaining]);
        using var prepared = new Spawn(program, arguments, [(reading, 0), (writing, 1), (complaining, 2), .. more ?? []]);
        var refused = start is null ? prepared.Start(out var id) : start(prepared, out id);
        if (refused == 0)
            return new Child(id, toWrite, output, error);
        if (id != 0)
        {
            _ = Libc.Kill(id, Libc.SigKill);
            _ = Libc.WaitFor(id);
        }

        using var ofOurs = new Handles(toWrite is null ? [output, error] : [toWrite, output, error]);
        throw new SandboxException($"cannot start {program}: {Libc.TextOf(refused)}");
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Its exit status: 128 + n for death by signal n.</returns>
    public int ExitStatus() => _status ??= Libc.WaitFor(Id);

    public void Dispose()
    {
        Input?.Dispose();
        Output.Dispose();
        Error.Dispose();
        _ending.Dispose();
    }

    /// <summary>Handles that are closed together.</summary>
    private sealed class Handles(IReadOnlyList<SafeFileHandle> handles) : IDisposable
    {
        public void Dispose()
        {
            foreach (var handle in handles)
                handle.Dispose();
        }
    }
}
