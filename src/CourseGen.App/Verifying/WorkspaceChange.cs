using System.Security.Cryptography;
using System.Text;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Verifying;

/// <summary>How a workspace differs from the starter it began as.</summary>
/// <param name="Changed">Files that are new or have another content or run bit.</param>
/// <param name="Absent">Starter files that are gone, and in whose place nothing is.</param>
/// <param name="OutsideOwned">Changed or absent paths that no deliverable owns.</param>
/// <param name="Digest">SHA-256 over the whole change: equal digests are equal workspaces.</param>
public sealed record WorkspaceChange(
    IReadOnlyDictionary<string, WorkspaceFile> Changed, IReadOnlyList<string> Absent, IReadOnlyList<string> OutsideOwned, string Digest)
{
    public static WorkspaceChange Between(WorkspaceFiles starter, WorkspaceFiles workspace, Manifest manifest)
    {
        var changed = workspace.Files.Where(pair => !Same(starter.Files.GetValueOrDefault(pair.Key), pair.Value))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        // A folder in a file's place hides the starter's file anyway, and removing that path would remove the folder.
        var folders = workspace.Files.Keys.SelectMany(FileEntry.FoldersOf).ToHashSet(StringComparer.Ordinal);
        var absent = starter.Files.Keys.Where(path => !workspace.Files.ContainsKey(path) && !folders.Contains(path)).Order(StringComparer.Ordinal).ToList();
        var owned = WorkspaceFiles.OwnedBy(manifest);
        var outside = changed.Keys.Concat(absent).Where(path => !owned.Matches(path)).Order(StringComparer.Ordinal).ToList();
        return new(changed, absent, outside, DigestOf(changed, absent, workspace.RuntimeOverlay));
    }

    private static bool Same(WorkspaceFile? before, WorkspaceFile after)
    {
        if (before is null || before.Executable != after.Executable || before.LinkTarget != after.LinkTarget) return false;
        return before.HostPath == after.HostPath || after.LinkTarget is not null || ContentHash(before) == ContentHash(after);
    }

    private static string ContentHash(WorkspaceFile file)
    {
        if (file.LinkTarget is { } target) return "link " + target;
        using var stream = File.OpenRead(file.HostPath);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string DigestOf(
        IReadOnlyDictionary<string, WorkspaceFile> changed, IReadOnlyList<string> absent, IReadOnlyDictionary<string, string> overlay)
    {
        var listing = new StringBuilder();
        foreach (var (path, file) in changed) listing.Append(file.Executable ? "x " : "f ").Append(path).Append(' ').Append(ContentHash(file)).Append('\n');
        foreach (var path in absent) listing.Append("- ").Append(path).Append('\n');
        foreach (var (path, text) in overlay.OrderBy(pair => pair.Key, StringComparer.Ordinal)) listing.Append("o ").Append(path).Append(' ').Append(text).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing.ToString())));
    }
}
