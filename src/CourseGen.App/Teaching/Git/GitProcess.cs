using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CourseGen.Runs;

namespace CourseGen.App.Teaching.Git;

/// <summary>
/// Runs git without a shell. Nothing outside decides what it does: no system or user configuration, no hooks, no
/// monitors, no network, and only commands that read or write objects, so a repository's own configuration starts no
/// program either.
/// </summary>
internal static class GitProcess
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] Settings =
    [
        "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.attributesFile=/dev/null", "core.excludesFile=/dev/null",
        "core.fsync=committed,reference", "gc.auto=0", "maintenance.auto=false", "protocol.allow=never", "credential.helper=",
        "core.quotePath=false", "fastimport.unpackLimit=10000",
    ];

    /// <summary>Runs one command and returns what it wrote.</summary>
    /// <param name="folder">The repository.</param>
    /// <exception cref="GitException">It failed, wrote more than <paramref name="maxBytes"/>, or took too long.</exception>
    public static async Task<byte[]> RunAsync(
        string folder, IReadOnlyList<string> arguments, int maxBytes, CancellationToken cancellation, Func<Stream, Task>? write = null)
    {
        using var output = new MemoryStream();
        await RunAsync(folder, arguments, write, answer => CopyAsync(answer, output, maxBytes, cancellation), cancellation);
        return output.ToArray();
    }

    /// <summary>Runs one command, feeding its input and reading its output at the same time.</summary>
    /// <exception cref="GitException">It failed or took too long.</exception>
    /// <exception cref="OutsideTrouble">This machine has no git, or not the repository.</exception>
    public static async Task RunAsync(
        string folder, IReadOnlyList<string> arguments, Func<Stream, Task>? write, Func<Stream, Task> read, CancellationToken cancellation)
    {
        using var process = Start(folder, arguments);
        using var error = new MemoryStream();
        try
        {
            var all = Task.WhenAll(
                WriteAsync(process, write),
                CopyAsync(process.StandardError.BaseStream, error, 64 * 1024, cancellation, cut: true),
                ReadAsync(process, read));
            await all.WaitAsync(Deadline, cancellation);
            await process.WaitForExitAsync(cancellation).WaitAsync(Deadline, cancellation);
        }
        catch (TimeoutException)
        {
            throw new GitException($"git {arguments[0]} took longer than {Deadline.TotalSeconds:0} s.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        if (process.ExitCode != 0)
            throw new GitException($"git {arguments[0]} ended with status {process.ExitCode}: {Utf8.GetString(error.ToArray()).Trim()}");
    }

    private static Process Start(string folder, IReadOnlyList<string> arguments)
    {
        // The system says the same of a folder that is missing and of a program that is missing.
        if (!Directory.Exists(folder)) throw Elsewhere(folder);
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("--git-dir=" + folder);
        foreach (var setting in Settings)
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(setting);
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in CleanEnvironment) start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new OutsideTrouble($"git cannot be started: {e.Message}. Install git.", new RetryRule.Never(), e);
        }
    }

    private static OutsideTrouble Elsewhere(string folder) => new(
        $"The machine {Environment.MachineName} has no repository {folder}. A learner's repository is in the data folder of the machine where the learner enrolled: "
        + "work there, or bring the data folder here.", new RetryRule.Never());

    private static readonly Dictionary<string, string> CleanEnvironment = new(StringComparer.Ordinal)
    {
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
        ["HOME"] = "/nonexistent",
        ["LC_ALL"] = "C.UTF-8",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_ATTR_NOSYSTEM"] = "1",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_OPTIONAL_LOCKS"] = "0",
        // A learner's objects must not stand in for others, nor be fetched from somewhere.
        ["GIT_NO_REPLACE_OBJECTS"] = "1",
        ["GIT_NO_LAZY_FETCH"] = "1",
        ["GIT_ALLOW_PROTOCOL"] = "none",
        ["GIT_CEILING_DIRECTORIES"] = "/",
    };

    private static async Task WriteAsync(Process process, Func<Stream, Task>? write)
    {
        try
        {
            if (write is not null) await write(process.StandardInput.BaseStream);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read everything; its exit status says why.
        }
    }

    private static async Task ReadAsync(Process process, Func<Stream, Task> read)
    {
        try
        {
            await read(process.StandardOutput.BaseStream);
        }
        catch
        {
            // Whoever does not read to the end would otherwise wait for a command that cannot end.
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task CopyAsync(Stream from, MemoryStream to, int max, CancellationToken cancellation, bool cut = false)
    {
        var piece = new byte[16 * 1024];
        int count;
        while ((count = await from.ReadAsync(piece, cancellation)) > 0)
        {
            if (to.Length + count <= max) to.Write(piece, 0, count);
            else if (!cut) throw new GitException($"git wrote more than {max:N0} bytes.");
        }
    }
}

/// <summary>git could not do what was asked, or took or wrote too much.</summary>
public sealed class GitException(string message) : Exception(message);
