using System.Diagnostics;
using Shouldly;

namespace CourseGen.StoreTests;

/// <summary>A disk of a given size over an empty folder, in memory.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    public SmallDisk(string folder, string size)
    {
        _folder = folder;
        Run("mount", "-t", "tmpfs", "-o", $"size={size}", "coursegen-small-disk", folder);
    }

    public void Dispose() => Run("umount", "--lazy", _folder);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }
}
