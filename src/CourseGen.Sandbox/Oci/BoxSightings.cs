namespace CourseGen.Sandbox.Oci;

/// <summary>What was seen of one command: what it used, which limits it has run into, and how it therefore ended.</summary>
internal sealed class BoxSightings(Limits limits, string phase)
{
    private bool _memoryKill;
    private bool _processRefusal;
    private VolumeFill? _full;

    /// <summary>How often somebody has looked while it ran.</summary>
    public int Count { get; private set; }

    public TimeSpan Cpu { get; private set; }

    public long PeakMemoryBytes { get; private set; }

    public int PeakProcesses { get; private set; }

    /// <summary>How soon the CPU limit could be reached, if that is sooner than an interval.</summary>
    public TimeSpan UntilCpuLimit(TimeSpan interval)
    {
        var soonest = (limits.Cpu - Cpu) / Environment.ProcessorCount;
        return soonest < interval ? soonest : interval;
    }

    /// <summary>Notes what a look has shown.</summary>
    public void Note(BoxSample? sample, IReadOnlyList<VolumeFill> fills)
    {
        _full = fills.LastOrDefault(fill => fill.IsFull(limits)) ?? _full;
        Count++;
        if (sample is null)
            return;
        Cpu = sample.Cpu;
        PeakMemoryBytes = Math.Max(PeakMemoryBytes, sample.MemoryBytes);
        PeakProcesses = Math.Max(PeakProcesses, sample.Processes);
        // The box's own first process is one more.
        _processRefusal |= sample.Processes > limits.Processes;
    }

    /// <summary>Notes how it ended.</summary>
    public void Note(BoxNote? note, BoxEnd end)
    {
        _memoryKill |= end.MemoryKill || note is { MemoryKills: > 0 };
        _processRefusal |= note is { ProcessRefusals: > 0 };
        if (note is null)
            return;
        Cpu = note.Cpu;
        PeakMemoryBytes = Math.Max(PeakMemoryBytes, note.PeakMemoryBytes);
        // A kernel that does not tell the peak leaves what was seen, and there was one program at least.
        PeakProcesses = Math.Max(Math.Max(PeakProcesses, note.PeakProcesses), 1);
    }

    /// <summary>The CPU limit, when the box is over it.</summary>
    public Ending.OverLimit? OverCpu() => Cpu > limits.Cpu
        ? Ending.OverTime(LimitKind.Cpu, phase, limits.Cpu, Cpu)
        : null;

    /// <summary>How the command ended.</summary>
    /// <param name="cause">What the engine ended it for, if it did.</param>
    /// <param name="hasNote">Whether the box's first process has said what the box used.</param>
    /// <param name="error">What was written to standard error.</param>
    public Ending EndingOf(Ending? cause, int status, bool hasNote, ReadOnlyMemory<byte> error)
    {
        if (cause is Ending.OverLimit { Limit: LimitKind.Wall or LimitKind.Cpu })
            return Enforced() ?? cause;
        if (cause is not null)
            return cause;
        if (status == 0)
            return new Ending.Exited(0);
        if ((Enforced() ?? FullDisk()) is { } over)
            return over;
        // The first process says what the box used unless somebody outside has killed it, which no box can do.
        return hasNote || status != BoxEnd.Killed
            ? new Ending.Exited(status)
            : new Ending.EngineFault($"the box was ended from outside: {ErrorText.EndOf(error)}");
    }

    /// <summary>The limit that the kernel has enforced by itself, if it has.</summary>
    private Ending.OverLimit? Enforced() =>
        _memoryKill ? new Ending.OverLimit(LimitKind.Memory, phase, limits.MemoryBytes, PeakMemoryBytes)
        : _processRefusal ? new Ending.OverLimit(LimitKind.Processes, phase, limits.Processes, PeakProcesses)
        : null;

    /// <summary>The disk limit, if a file system of the box has been full.</summary>
    private Ending.OverLimit? FullDisk() =>
        _full is { } fill ? new Ending.OverLimit(LimitKind.Disk, phase, limits.DiskBytes, fill.UsedBytes) : null;
}
