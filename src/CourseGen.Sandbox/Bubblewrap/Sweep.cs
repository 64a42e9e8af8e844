using CourseGen.Sandbox.Bubblewrap.Cgroups;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Removes what engines left behind whose clearing up was itself cut off.</summary>
internal static class Sweep
{
    /// <summary>Removes the folders and control groups of owners that are gone.</summary>
    public static void DeadOwners(string workFolder, CgroupTree cgroups)
    {
        foreach (var group in cgroups.Parents.SelectMany(Directory.EnumerateDirectories))
        {
            if (Owner.IsDead(Path.GetFileName(group)))
                RemoveGroup(group);
        }

        foreach (var folder in Directory.EnumerateDirectories(workFolder))
        {
            if (Owner.IsDead(Path.GetFileName(folder)))
                RemoveFolder(folder);
        }
    }

    /// <summary>Removes a folder; what cannot be removed is left for the next sweep.</summary>
    public static void RemoveFolder(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A janitor may be at work on the same folder, and a path may be longer than the runtime can name.
        }
    }

    /// <summary>Ends what runs in a control group and removes it; one that is still busy is left for the next sweep.</summary>
    public static void RemoveGroup(string folder)
    {
        try
        {
            foreach (var process in File.ReadLines(Path.Combine(folder, "cgroup.procs")))
                _ = Native.Libc.Kill(int.Parse(process, System.Globalization.CultureInfo.InvariantCulture), Native.Libc.SigKill);
            Directory.Delete(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Its last process is still leaving.
        }
    }
}
