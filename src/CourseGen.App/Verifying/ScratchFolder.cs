using CourseGen.Domain.Bundles;

namespace CourseGen.App.Verifying;

/// <summary>A folder of ours for files on their way into a sandbox; removed when disposed.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Run = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private int _count;

    public string Path { get; } = Directory.CreateTempSubdirectory("coursegen-").FullName;

    /// <summary>A new empty folder.</summary>
    public string NewFolder() => Directory.CreateDirectory(System.IO.Path.Combine(Path, $"{Interlocked.Increment(ref _count)}")).FullName;

    /// <summary>Writes files into a new folder with modes that do not depend on who runs us.</summary>
    /// <remarks>
    /// Links come last, the deeper ones first: whatever the paths are, nothing is ever written through a link to
    /// somewhere else on the host.
    /// </remarks>
    /// <exception cref="IOException">A path is a link and a folder at once.</exception>
    public string Lay(IReadOnlyDictionary<string, WorkspaceFile> files)
    {
        var folder = NewFolder();
        foreach (var (path, file) in files.OrderBy(one => one.Value.LinkTarget is not null).ThenByDescending(one => one.Key, StringComparer.Ordinal))
            Lay(folder, path, file);
        return folder;
    }

    /// <summary>Copies one file or link to a relative path below a folder.</summary>
    public static void Lay(string folder, string path, WorkspaceFile file)
    {
        var target = System.IO.Path.Combine(folder, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        if (file.LinkTarget is { } link)
        {
            File.CreateSymbolicLink(target, link);
            return;
        }

        using (var source = File.OpenRead(file.HostPath))
        using (var copy = File.Create(target))
            source.CopyTo(copy);
        File.SetUnixFileMode(target, file.Executable ? Plain | Run : Plain);
    }

    /// <summary>The files of a part of a bundle, by their path below that part.</summary>
    public static IEnumerable<(string Path, WorkspaceFile File)> PartOf(Bundle bundle, string folder)
    {
        var prefix = folder + "/";
        return bundle.Files.Files.Where(entry => entry.Path.StartsWith(prefix, StringComparison.Ordinal)).Select(entry =>
        {
            var host = System.IO.Path.Combine(bundle.Folder, entry.Path);
            return (entry.Path[prefix.Length..], new WorkspaceFile(host, entry.Executable, new FileInfo(host).LinkTarget));
        });
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
