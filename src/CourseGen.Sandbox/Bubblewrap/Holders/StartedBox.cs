using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>Bubblewrap, with the pipe for its own account of the ending, which is shorter than what a pipe holds.</summary>
internal sealed class StartedBox(Child child, SafeFileHandle account, FirstCall? call) : IDisposable
{
    public Child Child => child;

    /// <summary>The first call of the session, if this command may be who makes it.</summary>
    public FirstCall? FirstCall => call;

    /// <summary>Starts one.</summary>
    /// <param name="start">Starts bubblewrap, with the end of the pipe that it writes.</param>
    public static StartedBox Start(Func<SafeFileHandle, Child> start, FirstCall? call = null)
    {
        var (reading, writing) = Libc.MakePipe(user: 0);
        using (writing)
        {
            Libc.MakeNonBlocking(reading);
            StartedBox? started = null;
            try
            {
                return started = new StartedBox(start(writing), reading, call);
            }
            finally
            {
                if (started is null)
                    reading.Dispose();
            }
        }
    }

    /// <summary>Whether bubblewrap has seen the program end: without it, an exit status is not the program's.</summary>
    public bool HasRun() => KernelFile.ReadPage(account).Contains("exit-code", StringComparison.Ordinal);

    public void Dispose()
    {
        account.Dispose();
        child.Dispose();
    }
}
