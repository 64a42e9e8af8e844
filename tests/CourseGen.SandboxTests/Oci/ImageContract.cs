using System.Diagnostics;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Sandbox.Oci;
using CourseGen.SandboxTests.Contract;
using Shouldly;
using Leftovers = CourseGen.SandboxTests.Bubblewrap.Leftovers;

namespace CourseGen.SandboxTests.Oci;

/// <summary>The contract, on the bubblewrap engine with boxes of an image.</summary>
[Collection(OciEngine.Collection)]
public sealed class ImageContract(ImageEngine engine) : SandboxContract(engine.Sandbox), IClassFixture<ImageEngine>;

/// <summary>A bubblewrap engine for all tests of a class, whose boxes have an image's programs and none of this machine's.</summary>
public sealed class ImageEngine : IAsyncLifetime
{
    // What the contract's scripts use, those included that must not get anywhere with it.
    private static readonly string[] Programs =
    [
        "cat", "chmod", "chroot", "cmp", "curl", "cut", "date", "dmesg", "echo", "env", "find", "grep", "head", "hostname", "id", "ip", "kill", "ln", "ls", "mkdir", "mkfifo",
        "mknod", "mount", "mv", "nice", "nsenter", "od", "perl", "printf", "python3", "readlink", "rm", "seq", "setpriv", "setsid", "sh", "sleep", "sort",
        "stat", "tail", "tee", "timeout", "touch", "tr", "true", "truncate", "umount", "unshare", "wc", "xargs", "yes",
    ];

    private readonly TemporaryFolder _work = new();
    private readonly TemporaryFolder _unpacked = new();
    private TestImage? _image;

    public BubblewrapSandbox Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string[] libraries = [.. await FoldersSaidAsync("perl", "-e", "print \"$_\\n\" for @INC"), .. await FoldersSaidAsync("/usr/bin/python3", "-c", "import sys; print(*sys.path, sep='\\n')")];
        _image = await TestImage.MakeAsync(Programs, libraries, CancellationToken.None);
        var root = await new ImageRoots(_unpacked.Path).UseAsync(new OciOptions { Image = _image.Name }, CancellationToken.None);
        Sandbox = await BubblewrapSandbox.StartAsync(new BubblewrapOptions { WorkFolder = _work.Path, Image = root }, CancellationToken.None);
        Sandbox.Report.Usable.ShouldBeTrue(string.Join('\n', Sandbox.Report.Guarantees));
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await _image!.DisposeAsync();
        Leftovers.Of(_work.Path).ShouldBeEmpty();
        _work.Dispose();
        _unpacked.Dispose();
    }

    /// <summary>The folders of /usr that a program says it has its library in.</summary>
    private static async Task<IEnumerable<string>> FoldersSaidAsync(string program, params string[] arguments)
    {
        using var asked = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await asked.StandardOutput.ReadToEndAsync();
        await asked.WaitForExitAsync();
        return said.Split('\n').Where(folder => folder.StartsWith("/usr/", StringComparison.Ordinal) && Directory.Exists(folder));
    }
}
