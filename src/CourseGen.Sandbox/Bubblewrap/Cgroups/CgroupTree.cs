namespace CourseGen.Sandbox.Bubblewrap.Cgroups;

/// <summary>The place on this machine where boxes get their control groups.</summary>
internal abstract class CgroupTree
{
    /// <summary>The folder, below each root, that holds the groups of all engines.</summary>
    protected const string FolderName = "coursegen";

    /// <summary>Processes of the engine's own in a box: bubblewrap and the init of each command that runs there.</summary>
    protected const int OwnProcesses = 16;

    /// <summary>What it is called in reports.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it limits memory.</summary>
    public abstract bool HasMemory { get; }

    /// <summary>Whether it limits the number of processes.</summary>
    public abstract bool HasProcesses { get; }

    /// <summary>Whether it counts CPU time.</summary>
    public abstract bool HasCpu { get; }

    /// <summary>The folders that hold groups as direct children.</summary>
    public abstract IReadOnlyList<string> Parents { get; }

    /// <summary>Makes a group with a box's limits.</summary>
    /// <exception cref="SandboxException">The machine refused it.</exception>
    public Cgroup Create(string name, Limits limits)
    {
        try
        {
            return CreateGroup(name, limits);
        }
        catch (IOException refused)
        {
            throw new SandboxException($"cannot make the control group {name}: {refused.Message}", refused);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new SandboxException($"cannot make the control group {name}: {refused.Message}", refused);
        }
    }

    /// <summary>Finds the best this machine has.</summary>
    public static CgroupTree Detect()
    {
        var mounts = CgroupMount.All();
        return CgroupV2Tree.TryOpen(mounts) ?? CgroupV1Tree.TryOpen(mounts) ?? (CgroupTree)new NoCgroupTree();
    }

    protected abstract Cgroup CreateGroup(string name, Limits limits);

    /// <summary>Writes a limit where the kernel has it.</summary>
    protected static void WriteIfPresent(string file, string value)
    {
        if (File.Exists(file))
            File.WriteAllText(file, value);
    }
}
