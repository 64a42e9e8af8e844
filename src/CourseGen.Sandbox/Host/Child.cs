using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host;

/// <summary>
/// A program that the engine has started and whose streams it carries: in a session of its own, with nothing of this
/// process's environment or descriptors, and a child of the thread that starts it.
/// </summary>
internal sealed class Child : IDisposable
{
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
    /// <param name="setup">What else there is to say.</param>
    /// <exception cref="SandboxException">It cannot be started.</exception>
    public static Child Start(string program, IEnumerable<string> arguments, ChildSetup? setup = null)
    {
        var (input, user, more, start) = setup ?? new();
        using var ofChild = new OpenFiles();
        using var ofOurs = new OpenFiles();
        (SafeFileHandle Reading, SafeFileHandle Writing) MakePipe(bool isRead)
        {
            var pipe = Libc.MakePipe(user);
            ofChild.Add(isRead ? pipe.Reading : pipe.Writing);
            ofOurs.Add(isRead ? pipe.Writing : pipe.Reading);
            return pipe;
        }

        var (reading, toWrite) = input is null ? MakePipe(isRead: true) : (input, null);
        var (output, writing) = MakePipe(isRead: false);
        var (error, complaining) = MakePipe(isRead: false);
        using var prepared = new Spawn(program, arguments, [(reading, 0), (writing, 1), (complaining, 2), .. more]);
        var refused = start(prepared, out var id);
        if (refused == 0)
        {
            ofOurs.Release();
            return new Child(id, toWrite, output, error);
        }

        if (id != 0)
        {
            _ = Libc.Kill(id, Libc.SigKill);
            _ = Libc.WaitFor(id);
        }

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
}

/// <summary>What a program that is started has otherwise than most.</summary>
/// <param name="Input">What it reads; null for a pipe.</param>
/// <param name="User">Who may open its streams again by their names in <c>/dev</c>.</param>
internal sealed record ChildSetup(SafeFileHandle? Input = null, int User = 0)
{
    /// <summary>Starts a program that is ready to be.</summary>
    /// <returns>Zero, or errno.</returns>
    public delegate int Starter(Spawn prepared, out int process);

    /// <summary>Descriptors that it gets beside the three, by their numbers there.</summary>
    public IReadOnlyList<(SafeFileHandle From, int To)> More { get; init; } = [];

    /// <summary>What starts it; the calling thread does so as it is, otherwise.</summary>
    public Starter Start { get; init; } = (prepared, out process) => prepared.Start(out process);

    public void Deconstruct(out SafeFileHandle? input, out int user, out IReadOnlyList<(SafeFileHandle From, int To)> more, out Starter start) =>
        (input, user, more, start) = (Input, User, More, Start);
}
