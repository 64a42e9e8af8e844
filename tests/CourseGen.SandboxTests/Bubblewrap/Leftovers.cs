using System.Globalization;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>What engines have left on this machine.</summary>
internal static class Leftovers
{
    /// <summary>Folders, processes, mounts and control groups of the engines that work in a folder.</summary>
    public static IReadOnlyList<string> Of(string workFolder)
    {
        var folders = Directory.EnumerateFileSystemEntries(workFolder).ToList();
        var processes = ProcessesOf(workFolder).Select(process => CommandLine($"/proc/{process}"));
        var mounts = File.ReadLines("/proc/self/mountinfo").Where(line => line.Contains(workFolder + "/", StringComparison.Ordinal));
        return [.. folders, .. processes, .. mounts];
    }

    /// <summary>Processes of the engines that work in a folder, whose command line has some words in it.</summary>
    public static List<int> ProcessesOf(string workFolder, params string[] words) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
           let line = CommandLine(folder)
           where words.Append(workFolder + "/").All(word => line.Contains(word, StringComparison.Ordinal))
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
