using System.Diagnostics;
using System.Globalization;

namespace CourseGen.Runs;

/// <summary>
/// Names a process so that another process of the same machine can prove it dead: machine, process id and start time.
/// On Linux the machine part has the boot and the process-id namespace too, because containers share names and numbers.
/// </summary>
public static class ProcessMark
{
    private const char Separator = '|';
    private const int Parts = 4;

    // What the kernel answers (ESRCH) if the process ends while its file is being read.
    private const int NoSuchProcess = 3;

    /// <summary>The mark of this process.</summary>
    public static string Here { get; } = Join(Machine(), Environment.ProcessId, StartOf(Environment.ProcessId) ?? "");

    /// <summary>A lease owner: a process and something unique.</summary>
    internal static string Owner(string process, string unique) => process + Separator + unique;

    /// <summary>Whether the process of a lease owner is provably gone. A doubt is a no.</summary>
    internal static bool IsDead(string owner)
    {
        var parts = owner.Split(Separator);
        return parts.Length == Parts
            && string.Equals(parts[0], Machine(), StringComparison.Ordinal)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && parts[2].Length > 0
            && !string.Equals(StartOf(id), parts[2], StringComparison.Ordinal);
    }

    /// <summary>The mark of a process.</summary>
    internal static string Join(string machine, int id, string start) =>
        string.Create(CultureInfo.InvariantCulture, $"{machine}{Separator}{id}{Separator}{start}");

    /// <summary>The machine as far as process ids mean the same on it.</summary>
    internal static string Machine()
    {
        var name = Environment.MachineName.Replace(Separator, '-');
        if (!OperatingSystem.IsLinux()) return name;
        var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
        var space = File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false)?.Name ?? "";
        return $"{name}/{boot}/{space}";
    }

    /// <summary>When a process started, in a form that only compares; null if there is no such process.</summary>
    internal static string? StartOf(int id) => OperatingSystem.IsLinux() ? LinuxStartOf(id) : OtherStartOf(id);

    // The runtime's Process.StartTime is computed from a clock that may be set; the kernel's number of ticks is not.
    private static string? LinuxStartOf(int id)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            // The second field is the program's name in parentheses and may hold anything, so fields count from its end.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException || e.HResult == NoSuchProcess)
        {
            return null;
        }
    }

    private static string? OtherStartOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
