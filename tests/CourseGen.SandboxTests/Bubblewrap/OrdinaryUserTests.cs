using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.SandboxTests.Contract;
using Shouldly;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>The engine of an ordinary user, whom root has given the control groups of boxes, keeps the same contract.</summary>
public sealed partial class OrdinaryUserTests
{
    // An id that no account has, and no box either.
    private const int User = 64300;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task An_ordinary_user_has_the_whole_contract()
    {
        // Started by an ordinary user, every other test shows it already. A group of the second version is given to a
        // session of the user's, which has to be in it from its start.
        if (!Slots.IsRoot || CgroupTree.Detect() is not CgroupV1Tree groups)
            return;
        using var folder = new TemporaryFolder();
        // Where these tests lie may be closed to others.
        Copy(AppContext.BaseDirectory, Path.Combine(folder.Path, "tests"));
        GiveTo(User, [folder.Path, .. groups.Parents]);
        try
        {
            var (status, said) = await RunAsync(folder.Path);
            status.ShouldBe(0, said);
            said.ShouldMatch(@"Total: [1-9]\d+, Errors: 0, Failed: 0, Skipped: 0");
        }
        finally
        {
            GiveTo(0, groups.Parents);
        }
    }

    private static async Task<(int Status, string Said)> RunAsync(string folder)
    {
        var id = User.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("setpriv",
        [
            "--reuid", id, "--regid", id, "--clear-groups", "dotnet", Path.Combine(folder, "tests", "CourseGen.SandboxTests.dll"),
            "-noLogo", "-noColor", "-class", typeof(BubblewrapContract).FullName!,
        ])
        {
            WorkingDirectory = folder,
            Environment = { ["HOME"] = folder, ["TMPDIR"] = folder },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(Bound);
        using var tests = Process.Start(start)!;
        try
        {
            var said = await tests.StandardOutput.ReadToEndAsync(bound.Token);
            await tests.WaitForExitAsync(bound.Token);
            return (tests.ExitCode, said);
        }
        finally
        {
            tests.Kill(entireProcessTree: true);
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from)) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static void GiveTo(int user, IEnumerable<string> folders)
    {
        foreach (var folder in folders) ChangeOwner(folder, user, user).ShouldBe(0, folder);
    }

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, int user, int group);
}
