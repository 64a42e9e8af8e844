using System.Formats.Tar;
using System.Text;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// A root file system for containers that run this machine's own programs: its <c>/usr</c> is seen read-only, and what
/// lies here is the rest. As the native engine's boxes, it shows nothing of <c>/etc</c> that says who the machine is.
/// </summary>
internal static class HostRoot
{
    private const long FileLimit = 4 << 20;
    private const long EtcLimit = 64 << 20;


    // On most machines these are links into /usr; elsewhere they are folders of their own.
    private static readonly string[] RootFolders = ["bin", "sbin", "lib", "lib32", "lib64", "libx32"];

    private static readonly string[] EmptyFolders = ["dev", "etc", "proc", "run", "sys", "tmp", "usr", "var"];

    /// <summary>The folders of this machine that go with it.</summary>
    public static IEnumerable<string> Folders =>
    [
        "/usr", .. RootFolders.Select(name => new DirectoryInfo($"/{name}")).Where(folder => folder is { Exists: true, LinkTarget: null }).Select(folder => folder.FullName),
        .. HostTools.LinkedFolders,
    ];

    /// <summary>Writes the archive.</summary>
    public static void Write(Stream target)
    {
        using var archive = new TarWriter(target, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var name in EmptyFolders)
            AddFolder(archive, name);
        foreach (var folder in RootFolders.Select(name => new DirectoryInfo($"/{name}")).Where(folder => folder.Exists))
        {
            if (folder.LinkTarget is { } link)
                AddLink(archive, folder.Name, link);
            else
                AddFolder(archive, folder.Name);
        }

        AddLink(archive, "var/tmp", "../tmp");
        foreach (var (name, text) in PrivateEtc.OwnFiles)
            AddFile(archive, $"etc/{name}", new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var hidden = PrivateEtc.HiddenNames().Concat(PrivateEtc.OwnFiles.Select(file => file.Name)).ToHashSet(StringComparer.Ordinal);
        var left = EtcLimit;
        foreach (var item in new DirectoryInfo(PrivateEtc.HostEtc).EnumerateFileSystemInfos().Where(item => !hidden.Contains(item.Name)))
            AddHostItem(archive, item, $"etc/{item.Name}", ref left);
    }

    /// <summary>Adds what anybody on this machine may read.</summary>
    private static void AddHostItem(TarWriter archive, FileSystemInfo item, string name, ref long left)
    {
        if (item.LinkTarget is { } link)
        {
            AddLink(archive, name, link);
        }
        else if (item is DirectoryInfo folder && folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute | UnixFileMode.OtherRead))
        {
            AddFolder(archive, name);
            foreach (var inner in folder.EnumerateFileSystemInfos().OrderBy(inner => inner.Name, StringComparer.Ordinal))
                AddHostItem(archive, inner, $"{name}/{inner.Name}", ref left);
        }
        else if (item is FileInfo { Length: <= FileLimit } file && file.Length <= left && file.UnixFileMode.HasFlag(UnixFileMode.OtherRead)
            && FileKind.At(file.FullName) is { IsRegular: true })
        {
            left -= file.Length;
            using var content = file.OpenRead();
            AddFile(archive, name, content, (file.UnixFileMode & UnixFileMode.UserExecute) != UnixFileMode.None);
        }
    }

    private static void AddFolder(TarWriter archive, string name) =>
        archive.WriteEntry(new GnuTarEntry(TarEntryType.Directory, $"{name}/") { Mode = ArchiveModes.Open, ModificationTime = DateTimeOffset.UnixEpoch });

    private static void AddLink(TarWriter archive, string name, string target) =>
        archive.WriteEntry(new GnuTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target, ModificationTime = DateTimeOffset.UnixEpoch });

    private static void AddFile(TarWriter archive, string name, Stream content, bool runnable = false) =>
        archive.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, name)
        {
            Mode = runnable ? ArchiveModes.Open : ArchiveModes.Plain,
            ModificationTime = DateTimeOffset.UnixEpoch,
            DataStream = content,
        });
}
