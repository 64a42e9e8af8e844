using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Copies folders of the host to where boxes read them.</summary>
internal static class FolderCopy
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode ToRun = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Copies what is in a folder, which must not change meanwhile. Blocks.</summary>
    /// <remarks>
    /// Whether a file may be run is kept, and when it was written. Owners, set-id bits and other permissions are not.
    /// </remarks>
    /// <param name="from">The folder.</param>
    /// <param name="to">A folder that is there and empty.</param>
    /// <param name="owner">Who is to own all of it; zero for an engine without root, which cannot give files away.</param>
    /// <exception cref="SandboxException">It holds something else than files, folders and symbolic links, or cannot be read.</exception>
    public static void Copy(string from, string to, int owner)
    {
        try
        {
            CopyFolder(new DirectoryInfo(from), to, owner);
        }
        catch (IOException broken)
        {
            throw new SandboxException($"cannot copy {from}: {broken.Message}", broken);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new SandboxException($"cannot copy {from}: {refused.Message}", refused);
        }
    }

    private static void CopyFolder(DirectoryInfo from, string to, int owner)
    {
        File.SetUnixFileMode(to, Plain | ToRun);
        Give(to, owner);
        foreach (var entry in from.EnumerateFileSystemInfos("*", Everything))
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                CopyFolder(inner, Directory.CreateDirectory(target).FullName, owner);
                continue;
            }

            if (entry.LinkTarget is { } link)
                File.CreateSymbolicLink(target, link);
            else
                CopyFile(entry, target);
            Give(target, owner);
        }
    }

    private static void CopyFile(FileSystemInfo file, string target)
    {
        if (FileKind.At(file.FullName) is not { IsRegular: true })
            throw new SandboxException($"neither a file nor a folder nor a symbolic link: {file.FullName}");
        File.Copy(file.FullName, target);
        File.SetLastWriteTimeUtc(target, file.LastWriteTimeUtc);
        File.SetUnixFileMode(target, (file.UnixFileMode & ToRun) != UnixFileMode.None ? Plain | ToRun : Plain);
    }

    private static void Give(string path, int owner)
    {
        if (owner != 0 && !Libc.Give(path, owner))
            throw new SandboxException($"{path} cannot be given to user {owner}");
    }
}
