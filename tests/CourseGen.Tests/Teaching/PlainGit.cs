using System.Diagnostics;
using Shouldly;

namespace CourseGen.Tests.Teaching;

/// <summary>git as anybody has it, to look at repositories and to put hostile things into them.</summary>
internal static class PlainGit
{
    /// <summary>Runs a command that has to succeed and returns what it wrote.</summary>
    public static async Task<string> RunAsync(string repository, IEnumerable<string> arguments, string input, CancellationToken cancellation)
    {
        var (status, output) = await TryAsync(repository, arguments, input, cancellation);
        status.ShouldBe(0);
        return output.Trim();
    }

    /// <summary>Runs a command and returns its exit status.</summary>
    public static async Task<int> StatusAsync(string repository, IEnumerable<string> arguments, CancellationToken cancellation) =>
        (await TryAsync(repository, arguments, "", cancellation)).Status;

    private static async Task<(int Status, string Output)> TryAsync(
        string repository, IEnumerable<string> arguments, string input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments.Prepend($"--git-dir={repository}")) start.ArgumentList.Add(argument);
        foreach (var who in new[] { "AUTHOR", "COMMITTER" })
        {
            start.Environment[$"GIT_{who}_NAME"] = "Eve";
            start.Environment[$"GIT_{who}_EMAIL"] = "eve@example.invalid";
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await error;
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output);
    }

    /// <summary>Makes a commit with exactly these tree entries, which no friendly git command would make, and puts it on main.</summary>
    /// <param name="entries">Lines <c>mode type path</c> with their content; of a submodule the content is ignored.</param>
    public static async Task<string> CommitAsync(string repository, CancellationToken cancellation, params (string Mode, string Path, string Content)[] entries)
    {
        var lines = new List<string>();
        foreach (var (mode, path, content) in entries)
        {
            var id = mode == "160000" ? new string('1', 40) : await RunAsync(repository, ["hash-object", "-w", "--stdin"], content, cancellation);
            lines.Add($"{mode} {(mode == "160000" ? "commit" : "blob")} {id}\t{path}\0");
        }

        var tree = await RunAsync(repository, ["mktree", "-z", "--missing"], string.Concat(lines), cancellation);
        var commit = await RunAsync(repository, ["commit-tree", tree, "-p", "main", "-m", "hostile"], "", cancellation);
        await RunAsync(repository, ["update-ref", "refs/heads/main", commit], "", cancellation);
        return commit;
    }
}
