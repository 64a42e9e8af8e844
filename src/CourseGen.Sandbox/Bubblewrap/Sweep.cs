using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.Sandbox.Host;

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
                HostFolders.Remove(folder);
        }
    }

    /// <summary>Ends what runs in a control group and removes it; one that is still busy is left for the next sweep.</summary>
    public static void RemoveGroup(string folder)
    {
        try
        {
            Cgroup.KillListed(folder);
            Directory.Delete(folder);
        }
        catch (IOException)
        {
            // It is gone already, or its last process is still leaving.
        }
        catch (UnauthorizedAccessException)
        {
            // It is another user's.
        }
    }
}
