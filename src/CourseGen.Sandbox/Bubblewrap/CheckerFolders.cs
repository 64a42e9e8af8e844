using System.Globalization;
using CourseGen.Sandbox.Host;

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
    public static SessionSpec MakeReadable(SessionSpec spec, WorkFolder work, string copies)
    {
        if (!Slots.IsRoot || spec.CheckerMounts.All(mount => IsReadable(new DirectoryInfo(mount.HostFolder))))
            return spec;
        var mounts = spec.CheckerMounts.Select((mount, index) =>
            IsReadable(new DirectoryInfo(mount.HostFolder))
                ? mount
                : mount with { HostFolder = Copy(mount.HostFolder, work, Path.Combine(copies, $"{index}")) });
        return spec with { CheckerMounts = [.. mounts] };
    }

    private static bool IsReadable(DirectoryInfo folder) =>
        folder.UnixFileMode.HasFlag(ToEnter)
        && folder.EnumerateFileSystemInfos().All(entry =>
            entry.LinkTarget is not null
            || (entry is DirectoryInfo inner ? IsReadable(inner) : entry.UnixFileMode.HasFlag(ToRead)));

    private static string Copy(string folder, WorkFolder work, string target)
    {
        Directory.CreateDirectory(target);
        using var process = HostProcess.Start(
            "sh", [work.Script("keep-folder.sh"), folder, target, Slots.Checker.ToString(CultureInfo.InvariantCulture)]);
        process.StandardInput.Close();
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? target : throw new SandboxException($"cannot copy {folder}: {complaint.Trim()}");
    }
}
