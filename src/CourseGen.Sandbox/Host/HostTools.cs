using System.IO.Enumeration;

namespace CourseGen.Sandbox.Host;

/// <summary>What belongs to this machine's programs and lies outside <c>/usr</c>.</summary>
internal static class HostTools
{
    // Links lie at most this far below a folder that is searched: /usr/lib/PROGRAM/link.
    private const int Depth = 1;

    // Where a distribution keeps what programs come with and packages change when they are installed (FHS 3.0, 5.8).
    private const string State = "/var/lib/";

    private const UnixFileMode ToRead = UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>
    /// The folders that programs' own links lead to, such as a compiler's register of its libraries, as far as anybody on
    /// this machine may read them.
    /// </summary>
    public static IReadOnlyList<string> LinkedFolders { get; } = Linked(["/usr/lib", "/usr/share"], State);

    /// <summary>The readable folders below one that links in others lead to.</summary>
    public static IReadOnlyList<string> Linked(IEnumerable<string> roots, string state) =>
    [
        .. roots.Where(Directory.Exists).SelectMany(Links).Where(folder => folder.StartsWith(state, StringComparison.Ordinal) && IsForAll(folder))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static FileSystemEnumerable<string> Links(string root) =>
        new(root, (ref entry) => TargetOf(entry.ToFullPath()), new() { RecurseSubdirectories = true, MaxRecursionDepth = Depth, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldIncludePredicate = (ref entry) => IsLink(ref entry) && entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !IsLink(ref entry),
        };

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static string TargetOf(string link) => new DirectoryInfo(link).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? "";

    // Every folder on the way has to let everybody through, or the link is of no use outside of boxes either.
    private static bool IsForAll(string folder)
    {
        for (var on = new DirectoryInfo(folder); on is not null; on = on.Parent)
            if (!on.Exists || (on.UnixFileMode & ToRead) != ToRead) return false;
        return true;
    }
}
