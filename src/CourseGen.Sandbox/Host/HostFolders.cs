using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Host;

/// <summary>Folders of this machine that engines work in.</summary>
internal static class HostFolders
{
    // A program takes about thirty times as many arguments of the length of a path.
    private const int MostAtOnce = 1000;

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the work folder, or refuses one that somebody else could write.</summary>
    public static void MakeOwn(string workFolder)
    {
        if (!Path.IsPathFullyQualified(workFolder) || workFolder.StartsWith("/mnt", StringComparison.Ordinal))
            throw new SandboxException($"the work folder {workFolder} must be an absolute path, not under /mnt");
        Directory.CreateDirectory(workFolder, Private);
        var folder = new DirectoryInfo(workFolder);
        const UnixFileMode others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite
            | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        if (folder.LinkTarget is not null || (folder.UnixFileMode & others) != UnixFileMode.None
            || FileKind.At(workFolder)?.Owner != Libc.EffectiveUser())
            throw new SandboxException($"the work folder {workFolder} must be a folder of this user alone (mode 0700)");
    }

    /// <summary>Removes a folder in which hardly anything but the engine's own files lies.</summary>
    public static void RemoveOwn(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            Remove(folder);
        }
    }

    /// <summary>Removes folders; what cannot be removed is left for the next sweep.</summary>
    public static void Remove(params IReadOnlyList<string> folders)
    {
        foreach (var some in folders.Chunk(MostAtOnce))
        {
            // Not by the runtime, which can neither name very long paths nor share the work with a janitor.
            using var remove = HostProcess.Start("rm", ["-rf", "--", .. some]);
            remove.StandardInput.Close();
            remove.WaitForExit();
        }
    }
}
