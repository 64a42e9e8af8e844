using System.Diagnostics;
using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Oci;
using Shouldly;

namespace CourseGen.SandboxTests.Oci;

/// <summary>A small image of this machine's shell and a few programs; no registry is needed. It is gone after the test.</summary>
internal sealed partial class TestImage : IAsyncDisposable
{
    private const UnixFileMode Runnable = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly string[] Programs = ["sh", "cat", "ls", "id", "head", "tail", "wc", "sleep"];

    private TestImage(string name) => Name = name;

    public string Name { get; }

    /// <summary>Makes it: with a program of its own in a folder of its search path, and a volume.</summary>
    /// <param name="links">Further symbolic links, and where they lead.</param>
    public static Task<TestImage> MakeAsync(CancellationToken cancellation, params (string Name, string Target)[] links) =>
        MakeAsync("small", ["ENV PATH=/ours:/usr/bin", "VOLUME /data"], FilesOf(Programs, []), links, cancellation);

    /// <summary>Makes one with other programs in the usual search path, and the folders of this machine's <c>/usr</c> that they read.</summary>
    public static Task<TestImage> MakeAsync(IReadOnlyList<string> programs, IReadOnlyList<string> folders, CancellationToken cancellation) =>
        MakeAsync("large", [$"ENV PATH={BoxPaths.Path}"], FilesOf(programs, folders), [], cancellation);

    private static async Task<TestImage> MakeAsync(
        string tag, string[] changes, IEnumerable<string> files, (string Name, string Target)[] links, CancellationToken cancellation)
    {
        var image = new TestImage($"coursegen-test:{tag}-{Environment.ProcessId}");
        using var root = new MemoryStream();
        await WriteAsync(root, files, links, cancellation);
        root.Position = 0;
        using var api = await ConnectAsync();
        var query = string.Concat(changes.Select(change => $"&changes={Uri.EscapeDataString(change)}"));
        await api.PostArchiveAsync($"/images/create?fromSrc=-&repo={image.Name}{query}", root.CopyToAsync, cancellation);
        return image;
    }

    public async ValueTask DisposeAsync()
    {
        using var api = await ConnectAsync();
        await RemoveAsync(api, (await api.GetAsync($"/images/{Name}/json", CancellationToken.None))["Id"]!.GetValue<string>());
    }

    /// <summary>Waits until no container of an image is there, and removes it.</summary>
    private static async Task RemoveUnusedAsync(EngineApi api, string id)
    {
        var filter = new JsonObject { ["ancestor"] = new JsonArray(id) };
        var clock = Stopwatch.StartNew();
        while ((await api.ContainersAsync(filter, CancellationToken.None)).Count > 0)
        {
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        await api.DeleteAsync($"/images/{id}?force=1", CancellationToken.None);
    }

    /// <summary>Removes an image with those that were made of it, such as an engine's own with its users.</summary>
    public static async Task RemoveAsync(EngineApi api, string id)
    {
        var images = await api.GetAsync("/images/json?all=1", CancellationToken.None);
        foreach (var child in images.AsArray().Where(one => one!["ParentId"]?.GetValue<string>() == id))
            await RemoveAsync(api, child!["Id"]!.GetValue<string>());
        await RemoveUnusedAsync(api, id);
    }

    public static Task<EngineApi> ConnectAsync() =>
        EngineApi.ConnectAsync(EngineAddress.Parse(new OciOptions().Address), CancellationToken.None);

    /// <summary>The programs with their libraries, and all that lies in the folders.</summary>
    private static IEnumerable<string> FilesOf(IReadOnlyList<string> programs, IReadOnlyList<string> folders)
    {
        var files = programs.Select(program => HostPrograms.SearchPath.Split(':').Select(folder => Path.Combine(folder, program)).First(File.Exists)).ToList();
        return files.Concat(files.SelectMany(LibrariesOf))
            .Concat(folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
            .Distinct(StringComparer.Ordinal);
    }

    private static async Task WriteAsync(
        Stream target, IEnumerable<string> files, (string Name, string Target)[] links, CancellationToken cancellation)
    {
        await using var archive = new TarWriter(target, leaveOpen: true);
        foreach (var (name, leadsTo) in new[] { "bin", "sbin", "lib", "lib64" }.Select(name => (name, $"usr/{name}")).Concat(links))
            await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = leadsTo }, cancellation);
        foreach (var file in files)
        {
            // What a merged system calls /lib and /lib64 is below /usr.
            var inImage = file.StartsWith("/usr/", StringComparison.Ordinal) ? file[1..] : $"usr{file}";
            await using var content = File.OpenRead(file);
            await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, inImage) { Mode = Runnable, DataStream = content }, cancellation);
        }

        var own = new MemoryStream(Encoding.ASCII.GetBytes("#!/bin/sh\necho our own program\n"));
        await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "ours/ours") { Mode = Runnable, DataStream = own }, cancellation);
    }

    private static IEnumerable<string> LibrariesOf(string program)
    {
        using var ldd = Process.Start(new ProcessStartInfo("ldd", [program]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var answer = ldd.StandardOutput.ReadToEnd();
        ldd.WaitForExit();
        return LibraryPath().Matches(answer).Select(match => match.Value);
    }

    [GeneratedRegex(@"/\S+(?= \()", RegexOptions.None, 1000)]
    private static partial Regex LibraryPath();
}
