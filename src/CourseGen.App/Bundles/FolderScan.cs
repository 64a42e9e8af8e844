using System.Security.Cryptography;
using System.Text;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Bundles;

/// <summary>What a scan of a folder from outside may hold.</summary>
public sealed record ScanLimits(long MaxFileBytes, long MaxTotalBytes, int MaxFiles)
{
    /// <summary>Those of a bundle, for a folder that is none.</summary>
    public static readonly ScanLimits OfFolder = new(BundleLayout.MaxFileBytes, BundleLayout.MaxBundleBytes, BundleLayout.MaxFiles);

    /// <summary>The limits of a bundle.</summary>
    public static readonly ScanLimits OfBundle = OfFolder with { WhyNoLink = BundleLinks.WhyNot };

    /// <summary>Says of a link within the folder, and the path it leads to, why it cannot stay; null where it can.</summary>
    public Func<string, string, string?> WhyNoLink { get; init; } = (_, _) => null;
}

/// <summary>
/// Lists every file below a folder that a stranger filled. No link is followed, nothing but regular files is opened,
/// and everything that has no place in a course is named in <see cref="Errors"/>.
/// </summary>
public sealed class FolderScan
{
    private readonly string _root;
    private readonly ScanLimits _limits;
    private readonly List<FileEntry> _entries = [];
    private readonly List<BundleError> _errors = [];
    private long _total;
    private bool _full;

    private FolderScan(string root, ScanLimits limits)
    {
        _root = root;
        _limits = limits;
    }

    public IReadOnlyList<FileEntry> Entries => _entries;

    public IReadOnlyList<BundleError> Errors => _errors;

    /// <param name="parts">Top-level names to look at; the rest of the folder is left alone. None: everything.</param>
    public static FolderScan Of(string folder, ScanLimits limits, IReadOnlyCollection<string>? parts = null)
    {
        var scan = new FolderScan(Path.GetFullPath(folder), limits);
        scan.Walk(new DirectoryInfo(scan._root), "", parts);
        scan.RefuseCaseClashes();
        return scan;
    }

    private void Walk(DirectoryInfo folder, string prefix, IReadOnlyCollection<string>? parts)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (_full) return;
            if (parts is not null && !parts.Contains(entry.Name)) continue;
            var path = prefix + entry.Name;
            if (!SafePath.IsSafe(path)) Refuse(path, "has a name that does not mean the same everywhere (control characters, backslash, invalid UTF-8, or too long)");
            else if (entry.LinkTarget is { } target) TakeLink(path, target);
            else if (entry is DirectoryInfo inner) Walk(inner, path + "/", null);
            else TakeFile(path, (FileInfo)entry);
        }
    }

    private void TakeLink(string path, string target)
    {
        var leads = Path.GetFullPath(Path.Combine(_root, Path.GetDirectoryName(path)!, target));
        if (Path.IsPathRooted(target) || !leads.StartsWith(_root + "/", StringComparison.Ordinal))
        {
            Refuse(path, $"is a symbolic link that leaves the folder (to '{target}')");
            return;
        }

        if (_limits.WhyNoLink(path, leads[(_root.Length + 1)..]) is { } why)
        {
            Refuse(path, why);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(target);
        Take(new(path, BlobId.Of(bytes), bytes.Length, Executable: false, Link: true));
    }

    private void TakeFile(string path, FileInfo file)
    {
        if (!FileKind.IsRegular(file.FullName)) Refuse(path, "is a device, a socket or a pipe; only files, folders and links belong here");
        else if (file.Length > _limits.MaxFileBytes) Refuse(path, $"is {file.Length:N0} bytes; the most is {_limits.MaxFileBytes:N0}");
        else if (_total + file.Length > _limits.MaxTotalBytes) Stop(path, $"would bring the total over {_limits.MaxTotalBytes:N0} bytes");
        else Take(new(path, Hash(file.FullName), file.Length, file.UnixFileMode.HasFlag(UnixFileMode.UserExecute)));
    }

    private void Take(FileEntry entry)
    {
        _total += entry.Length;
        if (_entries.Count < _limits.MaxFiles) _entries.Add(entry);
        else Stop(entry.Path, $"is one file too many; the most is {_limits.MaxFiles:N0}");
    }

    private void RefuseCaseClashes()
    {
        foreach (var group in _entries.GroupBy(entry => entry.Path, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            Refuse(group.Last().Path, $"differs from '{group.First().Path}' only by upper and lower case");
    }

    private void Refuse(string path, string message) => _errors.Add(new(SafePath.Printable(path), null, message));

    private void Stop(string path, string message)
    {
        Refuse(path, message);
        _full = true;
    }

    private static BlobId Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return BlobId.Parse(Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
