namespace CourseGen.Sandbox;

/// <summary>How a command ended. Every ending says whose doing it was: only <see cref="EngineFault"/> is ours.</summary>
public abstract record Ending
{
    private Ending()
    {
    }

    /// <summary>The ending of a box that went over a limit which is a time.</summary>
    internal static OverLimit OverTime(LimitKind limit, string phase, TimeSpan allowed, TimeSpan reached) =>
        new(limit, phase, (long)allowed.TotalMilliseconds, (long)reached.TotalMilliseconds);

    /// <summary>The program left by itself.</summary>
    /// <param name="Code">Its exit status, 0 to 255; death by signal n inside the box shows as 128 + n.</param>
    public sealed record Exited(int Code) : Ending;

    /// <summary>The box went over a limit and was ended for it.</summary>
    /// <param name="Limit">Which limit.</param>
    /// <param name="Phase">The phase of the command.</param>
    /// <param name="Allowed">The limit, in the unit of <paramref name="Limit"/>.</param>
    /// <param name="Reached">The value seen when the box was ended, in the same unit.</param>
    public sealed record OverLimit(LimitKind Limit, string Phase, long Allowed, long Reached) : Ending;

    /// <summary>The caller ended it.</summary>
    public sealed record Stopped : Ending;

    /// <summary>The engine failed. Says nothing about the program, which is never judged by it.</summary>
    public sealed record EngineFault(string Reason) : Ending;
}

/// <summary>The limits of a box, with their units.</summary>
public enum LimitKind
{
    /// <summary>Milliseconds by the clock on the wall.</summary>
    Wall,

    /// <summary>Milliseconds of CPU time over all processes.</summary>
    Cpu,

    /// <summary>Bytes of memory over all processes.</summary>
    Memory,

    /// <summary>Number of processes and threads.</summary>
    Processes,

    /// <summary>Bytes written.</summary>
    Disk,

    /// <summary>Bytes of standard output or standard error.</summary>
    Output,
}

/// <summary>How a command went.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Output">Standard output, at most the output limit.</param>
/// <param name="Error">Standard error, at most the output limit.</param>
/// <param name="Wall">How long it took.</param>
/// <param name="Cpu">The CPU time the box used meanwhile.</param>
public sealed record CommandResult(
    Ending Ending, ReadOnlyMemory<byte> Output, ReadOnlyMemory<byte> Error, TimeSpan Wall, TimeSpan Cpu)
{
    /// <summary>Whether the command left by itself with status 0.</summary>
    public bool Succeeded => Ending is Ending.Exited { Code: 0 };

    /// <summary>
    /// For a command of the checker: the limit that a program of the learner's went over while it ran, if one did. Such a
    /// program was ended, as its caller saw by an exit status of 137 or so; the checker itself went on.
    /// </summary>
    public Ending.OverLimit? LearnerLimit { get; init; }
}

/// <summary>What a box has used. A value that this machine cannot measure is zero.</summary>
/// <param name="Cpu">CPU time over all processes.</param>
/// <param name="PeakMemoryBytes">The most memory in use at one time.</param>
/// <param name="PeakProcesses">The most processes and threads at one time.</param>
/// <param name="DiskBytes">Bytes on the box's fullest file system now.</param>
public sealed record Usage(TimeSpan Cpu, long PeakMemoryBytes, int PeakProcesses, long DiskBytes);

/// <summary>Whether a service came up.</summary>
public abstract record Health
{
    private Health()
    {
    }

    /// <summary>It answered 2xx.</summary>
    /// <param name="After">How long that took.</param>
    public sealed record Healthy(TimeSpan After) : Health;

    /// <summary>It ended before it answered.</summary>
    public sealed record Ended(CommandResult Result) : Health;

    /// <summary>It was still running, and not healthy, when the time was up.</summary>
    /// <param name="LastAnswer">What the last attempt saw, for a person: a status line or a connection error.</param>
    public sealed record TimedOut(string LastAnswer) : Health;
}

/// <summary>A file read from a box.</summary>
public abstract record CollectedFile
{
    private CollectedFile()
    {
    }

    /// <summary>The content.</summary>
    public sealed record Content(ReadOnlyMemory<byte> Bytes) : CollectedFile;

    /// <summary>There is no such file.</summary>
    public sealed record Missing : CollectedFile;

    /// <summary>There is something of that name, but it is no regular file or too large.</summary>
    public sealed record Refused(string Reason) : CollectedFile;
}
