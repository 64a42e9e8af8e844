using System.Text;
using System.Text.RegularExpressions;
using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// A box that was started before there was a command for it: a shell waits in it for the line that it becomes. It serves
/// one command, or none.
/// </summary>
/// <param name="started">Bubblewrap, with what <see cref="Program"/> as its command.</param>
/// <param name="line">The other end of the shell's descriptor 6.</param>
internal sealed partial class ReadyBox(StartedBox started, SafeFileHandle line) : IAsyncDisposable
{
    private static readonly TimeSpan EndingBound = TimeSpan.FromSeconds(10);

    /// <summary>What waits, with a pipe as descriptor 6.</summary>
    /// <remarks>No other program of the side can open that pipe: its processes are in namespaces of their own.</remarks>
    public static Command Program { get; } = new() { Arguments = ["sh", "/dev/fd/6"], Phase = "", Wall = Timeout.InfiniteTimeSpan };

    /// <summary>Whether a shell can become a command: other names of variables are none to it.</summary>
    public static bool Serves(Command command) => command.Environment.Keys.All(name => Name().IsMatch(name));

    /// <summary>Has it become a command; null when the box has gone meanwhile.</summary>
    public StartedBox? Become(Command command)
    {
        using (line)
        {
            if (!Libc.WaitForEnd(started.Child.Ending, TimeSpan.Zero))
            {
                Libc.WriteAll(line, Encoding.UTF8.GetBytes(LineOf(command)));
                return started;
            }
        }

        _ = started.Child.ExitStatus();
        started.Dispose();
        return null;
    }

    /// <summary>Ends a box that serves nothing: the shell reads no line, and so comes to its end.</summary>
    public async ValueTask DisposeAsync()
    {
        line.Dispose();
        if (!await Task.Run(() => Libc.WaitForEnd(started.Child.Ending, EndingBound)))
            _ = Libc.Kill(started.Child.Id, Libc.SigKill);
        _ = started.Child.ExitStatus();
        started.Dispose();
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

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
