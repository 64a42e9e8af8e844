namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Makes the folders of a session's checker readable to the user its box runs as.</summary>
internal static class CheckerFolders
{
    private const UnixFileMode ToRead = UnixFileMode.OtherRead;
    private const UnixFileMode ToEnter = UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>
    /// Returns the specification with a copy in place of each folder that holds something only its owner may read. Blocks;
    /// for a thread of the caller's own.
    /// </summary>
    public static SessionSpec MakeReadable(SessionSpec spec, string copies)
    {
        if (!Slots.IsRoot || spec.CheckerMounts.All(mount => IsReadable(new DirectoryInfo(mount.HostFolder))))
            return spec;
        var mounts = spec.CheckerMounts.Select((mount, index) =>
            IsReadable(new DirectoryInfo(mount.HostFolder))
                ? mount
                : mount with { HostFolder = Copy(mount.HostFolder, Path.Combine(copies, $"{index}")) });
        return spec with { CheckerMounts = [.. mounts] };
    }

    private static bool IsReadable(DirectoryInfo folder) =>
        folder.UnixFileMode.HasFlag(ToEnter)
        && folder.EnumerateFileSystemInfos().All(entry =>
            entry.LinkTarget is not null
            || (entry is DirectoryInfo inner ? IsReadable(inner) : entry.UnixFileMode.HasFlag(ToRead)));

    private static string Copy(string folder, string target)
    {
        Directory.CreateDirectory(target);
        FolderCopy.Copy(folder, target, Slots.Checker);
        return target;
    }
}
