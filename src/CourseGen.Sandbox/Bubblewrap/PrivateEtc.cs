using System.Text.RegularExpressions;
using CourseGen.Sandbox.Bubblewrap.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// The boxes' <c>/etc</c>: accounts and names of their own, and of the host's entries those that toolchains read and that
/// do not say who the host is.
/// </summary>
internal static class PrivateEtc
{
    private const string HostEtc = "/etc";

    // Larger files in /etc are databases of a service, not settings of a toolchain.
    private const long LargestFile = 4 << 20;

    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode RunMode = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode FolderMode = FileMode | RunMode;

    /// <summary>Fills a folder.</summary>
    public static void Write(string folder)
    {
        var hidden = HiddenPattern();
        foreach (var entry in new DirectoryInfo(HostEtc).EnumerateFileSystemInfos())
        {
            if (!hidden.IsMatch(entry.Name))
                Copy(entry, Path.Combine(folder, entry.Name));
        }

        foreach (var (name, text) in OwnFiles())
            File.WriteAllText(Path.Combine(folder, name), text);
        File.SetUnixFileMode(folder, FolderMode);
    }

    private static IEnumerable<(string Name, string Text)> OwnFiles() =>
    [
        ("passwd", """
            root:x:0:0:root:/root:/bin/sh
            learner:x:1000:1000:learner:/tmp:/bin/sh
            nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin

            """),
        ("group", "root:x:0:\nlearner:x:1000:\nnogroup:x:65534:\n"),
        ("hosts", "127.0.0.1 localhost box\n::1 localhost\n"),
        ("nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\nservices: files\nprotocols: files\n"),
        ("resolv.conf", ""),
    ];

    private static Regex HiddenPattern()
    {
        var patterns = Resources.Lines("host-identity.txt")
            .Select(line => Regex.Escape(line).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal));
        return new Regex($"^({string.Join('|', patterns)})$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    private static void Copy(FileSystemInfo entry, string target)
    {
        if (entry.LinkTarget is { } link)
            File.CreateSymbolicLink(target, link);
        else if (entry is DirectoryInfo folder && Allows(folder, UnixFileMode.OtherRead | UnixFileMode.OtherExecute))
            CopyFolder(folder, target);
        else if (entry is FileInfo { Length: <= LargestFile } file && Allows(file, UnixFileMode.OtherRead) && FileKind.At(file.FullName) is { IsRegular: true })
            CopyFile(file, target);
    }

    private static void CopyFolder(DirectoryInfo folder, string target)
    {
        Directory.CreateDirectory(target, FolderMode);
        foreach (var entry in folder.EnumerateFileSystemInfos())
            Copy(entry, Path.Combine(target, entry.Name));
    }

    private static void CopyFile(FileInfo file, string target)
    {
        File.WriteAllBytes(target, File.ReadAllBytes(file.FullName));
        File.SetUnixFileMode(target, FileMode | (file.UnixFileMode & RunMode));
    }

    private static bool Allows(FileSystemInfo entry, UnixFileMode right) => (entry.UnixFileMode & right) == right;
}
