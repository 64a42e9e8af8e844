using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Removes what engines left behind whose clearing up was itself cut off.</summary>
internal static class Sweep
{
    /// <summary>Removes the folders and control groups of owners that are gone.</summary>
    public static void DeadOwners(IEnumerable<string> folders, CgroupTree cgroups)
    {
        foreach (var group in cgroups.Parents.SelectMany(Directory.EnumerateDirectories))
        {
            if (Owner.IsDead(Path.GetFileName(group)))
                _ = RemoveGroup(group);
        }

        foreach (var folder in folders.SelectMany(Directory.EnumerateDirectories))
        {
            if (Owner.IsDead(Path.GetFileName(folder)))
                HostFolders.Remove(folder);
        }
    }

    /// <summary>Ends what runs in a control group and removes it.</summary>
    /// <returns>Whether it is gone; its last process may still be leaving, or it is another user's.</returns>
    public static bool RemoveGroup(string folder)
    {
        try
        {
            Cgroup.KillListed(folder);
            Directory.Delete(folder);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
