using System.Diagnostics;
using System.Runtime.CompilerServices;
using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Sandbox.Bubblewrap;

namespace CourseGen.Bench.Harness;

/// <summary>What the benches of the harness share: the URL shortener, an engine, and programs of the machine.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-bench-");

    public required BubblewrapSandbox Engine { get; init; }

    public Bundle Bundle { get; } = BundleReader.Read(Path.GetFullPath(Path.Combine(Here(), "../../../samples/url-shortener")));

    public static async Task<Shop> OpenAsync() => new() { Engine = await BubblewrapSandbox.StartAsync(new(), CancellationToken.None) };

    /// <summary>A folder with a variant's whole workspace and the visible checks, as somebody without a harness would have it.</summary>
    public string Workspace(string variant)
    {
        var folder = _folder.CreateSubdirectory(NameOf(variant)).FullName;
        Copy(Path.Combine(Bundle.Folder, "starter"), folder);
        Copy(Path.Combine(Bundle.Folder, "variants", variant, "files"), folder);
        return folder;
    }

    /// <summary>Runs a program of the machine to its end, and says what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string NameOf(string variant) => $"{variant}-{Stopwatch.GetTimestamp()}";

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
