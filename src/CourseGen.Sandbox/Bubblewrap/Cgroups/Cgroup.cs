using System.Globalization;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap.Cgroups;

/// <summary>The control group of one box: its limits, and what it has used of them.</summary>
internal abstract class Cgroup
{
    /// <summary>The group's folders, to be removed after the session.</summary>
    public abstract IReadOnlyList<string> Folders { get; }

    /// <summary>The files a process writes 0 into to join the group.</summary>
    public abstract IReadOnlyList<string> JoinFiles { get; }

    /// <summary>Whether the group limits the number of processes.</summary>
    public abstract bool LimitsProcesses { get; }

    /// <summary>CPU time of all its processes so far.</summary>
    public abstract TimeSpan Cpu { get; }

    /// <summary>The memory it has now, in bytes.</summary>
    public abstract long MemoryBytes { get; }

    /// <summary>The most memory it had at one time, in bytes.</summary>
    public abstract long PeakMemoryBytes { get; }

    /// <summary>How many processes it has now.</summary>
    public abstract int Processes { get; }

    /// <summary>The most processes it had at one time; zero where the kernel does not say.</summary>
    public abstract int PeakProcesses { get; }

    /// <summary>How often the kernel ended a process of it for want of memory.</summary>
    public abstract long MemoryKills { get; }

    /// <summary>How often it was refused another process.</summary>
    public abstract long ProcessRefusals { get; }

    /// <summary>Sends SIGKILL to every process in it now.</summary>
    public abstract void Kill();

    /// <summary>
    /// The files by which a thread joins the group, for what it starts there, and those by which it comes back; none where
    /// threads of one process cannot part, and <see cref="Add"/> does it.
    /// </summary>
    public virtual (IReadOnlyList<string> Join, IReadOnlyList<string> Return) ThreadFiles => ([], []);

    /// <summary>Adds a process that was started elsewhere.</summary>
    public virtual void Add(int process)
    {
        // Where threads join the group, what they start begins there.
    }

    /// <summary>Reads a file that holds one number; zero when there is none, or none that can be read.</summary>
    protected static long Number(string? file) =>
        long.TryParse(Read(file).AsSpan().Trim(), CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Reads a number from a file of lines <c>name number</c>.</summary>
    protected static long Number(string? file, string name)
    {
        foreach (var line in Read(file).AsSpan().EnumerateLines())
        {
            if (line.StartsWith(name) && line.Length > name.Length && line[name.Length] == ' ')
                return long.TryParse(line[(name.Length + 1)..], CultureInfo.InvariantCulture, out var number) ? number : 0;
        }

        return 0;
    }

    /// <summary>Sends SIGKILL to every process listed in a group's folder.</summary>
    /// <remarks>But to this one, whose threads pass through groups of the first version to start what belongs there.</remarks>
    public static void KillListed(string folder)
    {
        foreach (var process in Listed(folder).Where(process => process != Environment.ProcessId))
            _ = Libc.Kill(process, Libc.SigKill);
    }

    /// <summary>The processes listed in a group's folder.</summary>
    /// <remarks>
    /// The second version lists those that have no number in this process's namespace as 0, which for kill(2) is the
    /// caller's own group of processes.
    /// </remarks>
    public static IReadOnlyList<int> Listed(string folder) =>
    [
        .. from line in Read(Path.Combine(folder, "cgroup.procs")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
           let process = int.Parse(line, CultureInfo.InvariantCulture)
           where process > 0
           select process,
    ];

    private static string Read(string? file) => file is not null ? KernelFile.Read(file) ?? "" : "";
}
