namespace CourseGen.Sandbox.Oci;

/// <summary>Adds up what the boxes of one side of a session have used.</summary>
internal sealed class BoxMeter
{
    private readonly Lock _lock = new();
    private Usage _usage = new(TimeSpan.Zero, 0, 0, 0);

    public Usage Usage
    {
        get
        {
            lock (_lock)
                return _usage;
        }
    }

    /// <summary>Adds a box that has ended, or the part of it since it was last added.</summary>
    public void Add(TimeSpan cpu, long memoryBytes, int processes)
    {
        lock (_lock)
        {
            _usage = _usage with
            {
                Cpu = _usage.Cpu + cpu,
                PeakMemoryBytes = Math.Max(_usage.PeakMemoryBytes, memoryBytes),
                PeakProcesses = Math.Max(_usage.PeakProcesses, processes),
            };
        }
    }

    /// <summary>Notes how much there is on the fullest of the side's file systems.</summary>
    public void SetDisk(long bytes)
    {
        lock (_lock)
            _usage = _usage with { DiskBytes = bytes };
    }
}
