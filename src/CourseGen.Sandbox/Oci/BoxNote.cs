using System.Globalization;
using System.Text;

namespace CourseGen.Sandbox.Oci;

/// <summary>What the first process of a box says at the end about what the box used (Scripts/box.sh).</summary>
/// <param name="PeakMemoryBytes">Zero where the kernel does not tell.</param>
/// <param name="PeakProcesses">Zero where the kernel does not tell.</param>
/// <param name="MemoryKills">How often a process was ended for want of memory.</param>
/// <param name="ProcessRefusals">How often a process was refused.</param>
internal sealed record BoxNote(TimeSpan Cpu, long PeakMemoryBytes, int PeakProcesses, long MemoryKills, long ProcessRefusals)
{
    /// <summary>More than a note can be long, in bytes.</summary>
    public const int MaxLength = 4096;

    private const int NanosecondsPerMicrosecond = 1000;

    private static readonly byte[] Mark = "\0\0box\n"u8.ToArray();

    /// <summary>Takes the note off the end of standard error.</summary>
    /// <returns>The note, and the program's own part; without a note, all of it.</returns>
    public static (BoxNote? Note, ReadOnlyMemory<byte> Own) TakeOff(ReadOnlyMemory<byte> error)
    {
        var start = error.Span.LastIndexOf(Mark);
        if (start < 0 || error.Length - start > MaxLength)
            return (null, error);
        return (Read(Encoding.ASCII.GetString(error.Span[(start + Mark.Length)..])), error[..start]);
    }

    private static BoxNote Read(string text)
    {
        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1 && long.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                values[string.Join(' ', words[..^1])] = value;
        }

        long Of(params string[] names) => names.Select(name => values.GetValueOrDefault(name, -1)).FirstOrDefault(value => value >= 0);
        var nanoseconds = values.ContainsKey("cpu.stat usage_usec")
            ? (Of("cpu.stat usage_usec") - Of("begin")) * NanosecondsPerMicrosecond
            : Of("cpuacct/cpuacct.usage") - Of("begin");
        return new(
            TimeSpan.FromTicks(Math.Max(nanoseconds, 0) / TimeSpan.NanosecondsPerTick),
            Of("memory.peak", "memory/memory.max_usage_in_bytes"),
            (int)Math.Min(Of("pids.peak"), int.MaxValue),
            Of("memory.events oom_kill", "memory/memory.oom_control oom_kill"),
            Of("pids.events max", "pids/pids.events max"));
    }
}
