using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Measures one box: what it uses, and which limits it has run into.</summary>
/// <param name="cgroup">The box's control group.</param>
/// <param name="fileSystems">The file systems it writes, as the host reaches them.</param>
internal sealed class BoxMeter(Cgroup cgroup, Limits limits, IReadOnlyList<string> fileSystems)
{
    // Of the limit: what a box may have left in files.
    private const double Settled = 0.75;
    private const int MostTurns = 50;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(10);

    private int _peakProcesses;

    public Cgroup Cgroup => cgroup;

    /// <summary>What the box has used so far.</summary>
    public Usage Usage => new(cgroup.Cpu, cgroup.PeakMemoryBytes, PeakProcesses, Fullest()?.UsedBytes ?? 0);

    private int PeakProcesses => Math.Max(_peakProcesses, cgroup.PeakProcesses);

    /// <summary>Looks again at what only shows while something runs. Returns the fullest file system.</summary>
    public FileSystemFill? Look()
    {
        _peakProcesses = Math.Max(_peakProcesses, cgroup.Processes);
        return Fullest();
    }

    /// <summary>
    /// Waits, within half a second, until the memory of a program that has ended is free again: the kernel takes its time
    /// about shared segments, and the box's next command would be ended for want of it. Blocks.
    /// </summary>
    public void Settle()
    {
        for (var turn = 0; turn < MostTurns && cgroup.MemoryBytes > limits.MemoryBytes * Settled; turn++)
            Libc.Pause(Turn);
    }

    /// <summary>Begins to watch for limits that are hit from now on.</summary>
    public Watch Begin() => new(this, limits);

    private FileSystemFill? Fullest()
    {
        FileSystemFill? fullest = null;
        foreach (var path in fileSystems)
        {
            if (FileSystemFill.Of(path) is { } fill
                && (fullest is not { } other || (fill.Full, fill.UsedBytes).CompareTo((other.Full, other.UsedBytes)) > 0))
                fullest = fill;
        }

        return fullest;
    }

    /// <summary>The limits a box hits while one command runs.</summary>
    internal sealed class Watch(BoxMeter meter, Limits limits)
    {
        private readonly TimeSpan _cpuBefore = meter.Cgroup.Cpu;
        private readonly long _memoryKillsBefore = meter.Cgroup.MemoryKills;
        private readonly long _refusalsBefore = meter.Cgroup.ProcessRefusals;
        private FileSystemFill? _full;

        /// <summary>CPU time of the box since the watch began.</summary>
        public TimeSpan Cpu => meter.Cgroup.Cpu - _cpuBefore;

        /// <summary>Looks; returns the CPU limit when the box is over it.</summary>
        public Ending.OverLimit? Look(string phase)
        {
            if (meter.Look() is { Full: true } fill)
                _full = fill;
            var cpu = Cpu;
            return cpu > limits.Cpu
                ? Ending.OverTime(LimitKind.Cpu, phase, limits.Cpu, cpu)
                : null;
        }

        /// <summary>The limit that the kernel has enforced by itself, if it has.</summary>
        public Ending.OverLimit? Enforced(string phase) =>
            meter.Cgroup.MemoryKills > _memoryKillsBefore
                ? new Ending.OverLimit(LimitKind.Memory, phase, limits.MemoryBytes, meter.Cgroup.PeakMemoryBytes)
                : meter.Cgroup.ProcessRefusals > _refusalsBefore
                    ? new Ending.OverLimit(LimitKind.Processes, phase, limits.Processes, meter.PeakProcesses)
                    : null;

        /// <summary>The disk limit, if a file system of the box has been full.</summary>
        public Ending.OverLimit? FullDisk(string phase) =>
            _full is { } fill ? new Ending.OverLimit(LimitKind.Disk, phase, limits.DiskBytes, fill.UsedBytes) : null;
    }
}
