using System.Text;
using CourseGen.App.Bundles;
using CourseGen.App.Content;
using CourseGen.App.Teaching.Git;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Teaching;

/// <summary>A commit's files as they lie in a folder, or why nothing of it is used.</summary>
/// <param name="Files">By path; empty when there are errors.</param>
/// <param name="Errors">Everything in the commit that has no place in a workspace, by name.</param>
internal sealed record ExportedCommit(IReadOnlyDictionary<string, WorkspaceFile> Files, IReadOnlyList<BundleError> Errors);

/// <summary>
/// Writes a commit that a stranger made into a folder of ours. Names, modes and sizes are looked at before anything is
/// written, and what was written is scanned again like any folder from outside.
/// </summary>
internal static class CommitExport
{
    private const int MaxLinkBytes = 4096;

    /// <param name="folder">Empty, and of ours.</param>
    public static async Task<ExportedCommit> WriteAsync(
        GitRepository repository, string commit, string folder, ScanLimits limits, CancellationToken cancellation)
    {
        var files = await repository.ListAsync(commit, cancellation);
        var errors = Check(files, limits);
        if (errors.Count > 0) return Refused(errors);
        await repository.CopyAsync([.. files.Where(file => !IsLink(file)).Select(file => (file, Path.Combine(folder, file.Path)))], cancellation);
        foreach (var file in files.Where(file => !IsLink(file)))
            File.SetUnixFileMode(Path.Combine(folder, file.Path), FileModes.Of(file.Mode == GitFile.ExecutableMode));
        // The links come last, so that no file was written through one.
        foreach (var file in files.Where(IsLink)) await LinkAsync(repository, file, folder, cancellation);
        return Scanned(folder, limits);
    }

    private static List<BundleError> Check(IReadOnlyList<GitFile> files, ScanLimits limits)
    {
        var errors = files.Select(file => (file, why: WhyNot(file, limits))).Where(one => one.why is not null)
            .Select(one => new BundleError(SafePath.Printable(one.file.Path), null, one.why!)).Take(20).ToList();
        if (files.Count > limits.MaxFiles) errors.Add(new(".", null, $"has {files.Count:N0} files; the most is {limits.MaxFiles:N0}"));
        if (files.Sum(file => file.Length) > limits.MaxTotalBytes) errors.Add(new(".", null, $"is larger than {limits.MaxTotalBytes:N0} bytes"));
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var folders = paths.SelectMany(FileEntry.FoldersOf).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(paths.Where(folders.Contains).Select(path => new BundleError(SafePath.Printable(path), null, "is a file and a folder at once")));
        if (paths.Count != files.Count) errors.Add(new(".", null, "holds a path twice"));
        return errors;
    }

    private static string? WhyNot(GitFile file, ScanLimits limits) => file switch
    {
        { Mode: not (GitFile.PlainMode or GitFile.ExecutableMode or GitFile.LinkMode or "100664") } => "is a repository of its own; only files and links belong here",
        _ when !WorkspacePath.IsGood(file.Path) => "has a name that has no place in a workspace",
        { Mode: GitFile.LinkMode, Length: > MaxLinkBytes } => "is a link with a target that is too long",
        _ when file.Length > limits.MaxFileBytes => $"is {file.Length:N0} bytes; the most is {limits.MaxFileBytes:N0}",
        _ => null,
    };

    private static async Task LinkAsync(GitRepository repository, GitFile file, string folder, CancellationToken cancellation)
    {
        var target = Encoding.UTF8.GetString(await repository.ReadAsync(file, MaxLinkBytes, cancellation));
        var path = Path.Combine(folder, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // What no link can be is written as a file of that content, which harms nobody.
        if (target.Length == 0 || target.Contains('\0', StringComparison.Ordinal)) await File.WriteAllTextAsync(path, target, cancellation);
        else File.CreateSymbolicLink(path, target);
    }

    private static ExportedCommit Scanned(string folder, ScanLimits limits)
    {
        var scan = FolderScan.Of(folder, limits);
        if (scan.Errors.Count > 0) return Refused(scan.Errors);
        return new(scan.Entries.ToDictionary(
            entry => entry.Path,
            entry => new WorkspaceFile(Path.Combine(folder, entry.Path), entry.Executable, entry.Link ? new FileInfo(Path.Combine(folder, entry.Path)).LinkTarget : null),
            StringComparer.Ordinal), []);
    }

    private static ExportedCommit Refused(IReadOnlyList<BundleError> errors) => new(new Dictionary<string, WorkspaceFile>(StringComparer.Ordinal), errors);

    private static bool IsLink(GitFile file) => file.Mode == GitFile.LinkMode;
}
