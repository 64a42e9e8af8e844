using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>What engines have left on this machine.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    /// <summary>Folders, processes, mounts and control groups of the engines that work in a folder.</summary>
    public static IReadOnlyList<string> Of(string workFolder)
    {
        var folders = Directory.EnumerateFileSystemEntries(workFolder).ToList();
        var processes = ProcessesOf(workFolder).Select(process => CommandLine($"/proc/{process}"));
        var mounts = File.ReadLines("/proc/self/mountinfo").Where(line => line.Contains(workFolder + "/", StringComparison.Ordinal));
        return [.. folders, .. processes, .. mounts];
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

    /// <summary>Control groups of engines of a process.</summary>
    public static IReadOnlyList<string> GroupsOf(int process) =>
    [
        .. from mount in File.ReadLines("/proc/self/mounts")
           let fields = mount.Split(' ')
           where fields[2] is "cgroup" or "cgroup2"
           let parent = Path.Combine(fields[1], "coursegen")
           where Directory.Exists(parent)
           from folder in Directory.EnumerateDirectories(parent)
           where folder.Contains($"-{process.ToString(CultureInfo.InvariantCulture)}-", StringComparison.Ordinal)
           select folder,
    ];

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
