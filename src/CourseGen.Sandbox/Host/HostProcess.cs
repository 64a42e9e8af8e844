using System.Diagnostics;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Host;

/// <summary>Starts the engine's own programs on the host, with nothing of this process's environment or descriptors.</summary>
internal static class HostProcess
{
    /// <summary>Starts a program of the distribution. Its standard streams are pipes.</summary>
    /// <exception cref="SandboxException">It cannot be started.</exception>
    public static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(HostPrograms.Locate(program))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment.Add("PATH", HostPrograms.SearchPath);
        ThreadCalls.CloseAllOnExec();
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception refused)
        {
            throw new SandboxException($"cannot start {program}: {refused.Message}", refused);
        }
    }
}
