using System.Diagnostics;
using System.IO.Compression;
using CourseGen.App.Verifying;
using CourseGen.Tests.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Fuzz;

/// <summary>A bundle whose archives unpack to as much as is ever looked at is judged by a process that may not have more than its share of memory.</summary>
public sealed class ArchiveMemoryTests : IDisposable
{
    private const int Files = 8;
    private const int FileBytes = 15 * 1024 * 1024;

    // As it was built beside these tests, with all it needs.
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace("/tests/CourseGen.Tests/", "/src/CourseGen.Cli/", StringComparison.Ordinal), "coursegen.dll");

    private readonly TinyBundle _tiny = new();

    [Fact]
    public async Task Archives_that_unpack_to_the_most_are_searched_within_two_hundred_megabytes()
    {
        // Nothing is run of a bundle without a protocol, so that the rest is all there is to see.
        _tiny.Write(TinyBundle.Verify, BundleTemplates.Unauthored);
        await File.WriteAllBytesAsync(_tiny.PathOf("starter/large.zip"), Zip(), TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "certify", _tiny.Folder, "--data", Path.Combine(_tiny.Folder, "data")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = $"0x{Bounds.MostBytes:x}", ["DOTNET_gcServer"] = "0" },
        })!;

        var trouble = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(1, $"{said}\n{await trouble}");
        said.ShouldContain("protocol_not_authored");
        said.ShouldNotContain("was not searched");
    }

    public void Dispose() => _tiny.Dispose();

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var file = 0; file < Files; file++)
            {
                using var entry = archive.CreateEntry($"{file}", CompressionLevel.Fastest).Open();
                entry.Write(new byte[FileBytes]);
            }
        }

        return stream.ToArray();
    }
}
