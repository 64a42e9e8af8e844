using System.Text;
using System.Text.RegularExpressions;
using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>
/// A box that was started before there was a command for it: a shell waits in it for the line that it becomes. It serves
/// one command, or none.
/// </summary>
internal sealed partial class ReadyBox : IAsyncDisposable
{
    private static readonly TimeSpan EndingBound = TimeSpan.FromSeconds(10);

    // What shells do not let anybody set (bash(1), dash(1)).
    private static readonly string[] OfShells = ["BASHOPTS", "BASH_VERSINFO", "EUID", "PPID", "SHELLOPTS", "UID"];

    private readonly StartedBox _started;
    private readonly SafeFileHandle _line;

    private ReadyBox(StartedBox started, SafeFileHandle line) => (_started, _line) = (started, line);

    /// <summary>What waits, with a pipe as descriptor 6.</summary>
    /// <remarks>No other program of the side can open that pipe: its processes are in namespaces of their own.</remarks>
    public static Command Program { get; } = new() { Arguments = ["sh", "/dev/fd/6"], Phase = "", Wall = Timeout.InfiniteTimeSpan };

    /// <summary>Starts one.</summary>
    /// <param name="user">Whose it is.</param>
    /// <param name="start">Starts bubblewrap with <see cref="Program"/> and the end of the line that this reads.</param>
    public static ReadyBox Start(int user, Func<SafeFileHandle, StartedBox> start)
    {
        var (reading, line) = Libc.MakePipe(user);
        using (reading)
        {
            ReadyBox? ready = null;
            try
            {
                return ready = new ReadyBox(start(reading), line);
            }
            finally
            {
                if (ready is null)
                    line.Dispose();
            }
        }
    }

    /// <summary>Whether a shell can become a command: some names of variables are none to it, or its own.</summary>
    public static bool Serves(Command command) =>
        command.Environment.Keys.All(name => Name().IsMatch(name) && !OfShells.Contains(name, StringComparer.Ordinal));

    /// <summary>Has it become a command; null when the box has gone meanwhile.</summary>
    public StartedBox? Become(Command command)
    {
        using (_line)
        {
            if (!Libc.WaitForEnd(_started.Child.Ending, TimeSpan.Zero))
            {
                Libc.WriteAll(_line, Encoding.UTF8.GetBytes(LineOf(command)));
                return _started;
            }
        }

        _ = _started.Child.ExitStatus();
        _started.Dispose();
        return null;
    }

    /// <summary>Ends a box that serves nothing: the shell reads no line, and so comes to its end.</summary>
    public async ValueTask DisposeAsync()
    {
        _line.Dispose();
        if (!await Task.Run(() => Libc.WaitForEnd(_started.Child.Ending, EndingBound)))
            _ = Libc.Kill(_started.Child.Id, Libc.SigKill);
        _ = _started.Child.ExitStatus();
        _started.Dispose();
    }

    private static string LineOf(Command command)
    {
        var text = new StringBuilder("exec 6<&-\n");
        foreach (var (name, value) in command.Environment)
            text.Append("export ").Append(name).Append('=').Append(Quoted(value)).Append('\n');
        text.Append("exec");
        foreach (var word in command.Arguments)
            text.Append(' ').Append(Quoted(word));
        // What is not from a pipe is the box's own, by which a call from box to box sees that it has nothing to carry.
        return text.Append(command.Input.IsEmpty ? " </dev/null\n" : "\n").ToString();
    }

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
