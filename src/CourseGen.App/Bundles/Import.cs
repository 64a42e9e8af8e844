using CourseGen.Domain.Bundles;

namespace CourseGen.App.Bundles;

/// <summary>
/// Makes a bundle of files in another layout, as a mapping says. What the mapping leaves out of the protocol is written unauthored, so that nothing
/// missing looks finished.
/// </summary>
public static class Import
{
    /// <exception cref="BundleInvalidException">The source holds what has no place in a bundle, or lacks what the mapping names.</exception>
    public static void Run(ImportMapping mapping, string folder)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var scan = FolderScan.Of(mapping.Source, ScanLimits.OfFolder, [.. mapping.Copies.Select(copy => copy.From.Split('/')[0]).Distinct(StringComparer.Ordinal)
            .SelectMany(part => part == "." ? Directory.EnumerateFileSystemEntries(mapping.Source).Select(path => Path.GetFileName(path)) : [part])]);
        var errors = new List<BundleError>(scan.Errors);
        var paths = scan.Entries.Where(entry => !entry.Link).Select(entry => entry.Path).ToList();
        foreach (var (from, to) in mapping.Copies)
        {
            var found = paths.Where(path => path == from || (from == "." && !path.StartsWith(".git/", StringComparison.Ordinal)) || path.StartsWith(from + "/", StringComparison.Ordinal)).ToList();
            if (found.Count == 0) errors.Add(new(from, null, "is not in the source"));
            foreach (var path in found) Copy(Path.Combine(mapping.Source, path), Path.Combine(folder, path == from ? to : $"{to}/{(from == "." ? path : path[(from.Length + 1)..])}"));
        }

        if (errors.Count > 0) throw new BundleInvalidException(errors);
        foreach (var (to, text) in mapping.Texts) Skeleton.Write(folder, to, text);
        Skeleton.Write(folder, SurfaceOf(folder), path => path.StartsWith(BundleLayout.Starter + "/", StringComparison.Ordinal));
    }

    // Only a server needs the script that runs it.
    private static Surface SurfaceOf(string folder)
    {
        var manifest = Path.Combine(folder, BundleLayout.ManifestFile);
        return File.Exists(manifest) && ManifestReader.Read(File.ReadAllBytes(manifest), []) is { Surface: Surface.Http } ? Surface.Http : Surface.Command;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to, overwrite: true);
    }
}
