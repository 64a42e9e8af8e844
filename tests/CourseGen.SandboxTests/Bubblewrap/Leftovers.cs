using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>What engines have left on this machine.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    /// <summary>Folders, processes, mounts and control groups of the engines that work in some folders.</summary>
    public static IReadOnlyList<string> Of(params string[] folders) =>
    [
        .. folders.SelectMany(Directory.EnumerateFileSystemEntries),
        .. folders.SelectMany(folder => ProcessesOf(folder)).Select(process => CommandLine($"/proc/{process}")),
        .. folders.SelectMany(MountsOf),
    ];

    /// <summary>
    /// What ended sessions have left in the folder where an engine that still runs has them: their folders, mounts, control
    /// groups and processes.
    /// </summary>
    public static IReadOnlyList<string> OfSessions(string sessionsFolder)
    {
        var engine = Directory.EnumerateDirectories(sessionsFolder).Single();
        var sessions = Path.Combine(engine, "sessions");
        return
        [
            .. Directory.EnumerateFileSystemEntries(sessions),
            .. ProcessesOf(sessions).Select(process => CommandLine($"/proc/{process}")),
            .. MountsOf(sessionsFolder),
            .. GroupsLike($"{Path.GetFileName(engine)}-"),
        ];
    }

    /// <summary>Processes of the engines that work in a folder, by the beginning of their command line.</summary>
    public static List<int> ProcessesOf(string workFolder, string pattern = "") =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
           let line = CommandLine(folder)
           where line.Contains(workFolder + "/", StringComparison.Ordinal) && Regex.IsMatch(line, $"^{pattern}", RegexOptions.None, Bound)
           select int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture),
    ];

    /// <summary>Processes of the engines that work in a folder and have had more memory than they should.</summary>
    public static IReadOnlyList<string> LargerThan(int kilobytes, string workFolder) =>
    [
        .. from process in ProcessesOf(workFolder)
           let peak = PeakKilobytes($"/proc/{process}/status")
           where peak > kilobytes
           select $"{CommandLine($"/proc/{process}")} ({peak} kB)",
    ];

    /// <summary>Control groups of engines of a process.</summary>
    public static IReadOnlyList<string> GroupsOf(int process) =>
        GroupsLike($"-{process.ToString(CultureInfo.InvariantCulture)}-");

    private static IEnumerable<string> MountsOf(string folder) =>
        File.ReadLines("/proc/self/mountinfo").Where(line => line.Contains(folder + "/", StringComparison.Ordinal));

    private static IReadOnlyList<string> GroupsLike(string part) =>
    [
        .. from mount in File.ReadLines("/proc/self/mounts")
           let fields = mount.Split(' ')
           where fields[2] is "cgroup" or "cgroup2"
           let parent = Path.Combine(fields[1], "coursegen")
           where Directory.Exists(parent)
           from folder in Directory.EnumerateDirectories(parent)
           where folder.Contains(part, StringComparison.Ordinal)
           select folder,
    ];

    private static int PeakKilobytes(string status)
    {
        try
        {
            var line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : int.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            // Not a process, or one that has just ended.
            return "";
        }
    }
}
