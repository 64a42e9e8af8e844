using System.Globalization;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>Reads the host's process table.</summary>
internal static class ProcessTree
{
    /// <summary>The processes that a process has started and that still run; empty when it is gone.</summary>
    public static IReadOnlyList<int> ChildrenOf(int process)
    {
        var id = process.ToString(CultureInfo.InvariantCulture);
        var children = KernelFile.Read($"/proc/{id}/task/{id}/children") ?? "";
        return [.. children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
    }

    /// <summary>When a process started, in clock ticks since the machine did; null when there is none of that id.</summary>
    public static string? StartOf(int process)
    {
        var stat = KernelFile.Read($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat");
        // The second field is the program's name in brackets and may hold anything; the start is the 22nd.
        return stat?[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
    }
}
