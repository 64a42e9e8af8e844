using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Bundles;

/// <summary>Reads a folder as a bundle, or names everything in it that breaks the contract. Runs nothing.</summary>
public static class BundleReader
{
    internal static readonly string[] Parts = [BundleLayout.ManifestFile, BundleLayout.Starter, "checks", "variants", "briefs"];

    /// <exception cref="BundleInvalidException">It breaks the contract; every error is in the exception.</exception>
    public static Bundle Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new BundleInvalidException([new(folder, null, "is no folder")]);
        var scan = FolderScan.Of(folder, ScanLimits.OfBundle, Parts);
        var errors = new List<BundleError>(scan.Errors);
        var root = Path.GetFullPath(folder);
        var manifest = ReadManifest(root, scan, errors);
        var variants = ReadVariants(root, scan, manifest, errors);
        if (manifest is not null) errors.AddRange(LayoutRules.Apply(manifest, variants, scan.Entries));
        if (errors.Count > 0) throw new BundleInvalidException([.. errors.OrderBy(error => error.Path, StringComparer.Ordinal).ThenBy(error => error.Line)]);
        return new(root, manifest!, variants, new FileTree(scan.Entries.Select(Repaired)));
    }

    /// <summary>Scripts that should have the run bit and lack it; it is repaired, and reported.</summary>
    public static IReadOnlyList<string> RunBitsRepaired(Bundle bundle) =>
        [.. bundle.Files.Files.Where(entry => IsScript(entry.Path))
            .Where(entry => !File.GetUnixFileMode(Path.Combine(bundle.Folder, entry.Path)).HasFlag(UnixFileMode.UserExecute))
            .Select(entry => entry.Path)];

    private static Manifest? ReadManifest(string root, FolderScan scan, List<BundleError> errors)
    {
        if (scan.Entries.FirstOrDefault(entry => entry.Path == BundleLayout.ManifestFile) is { Link: false })
        {
            var manifest = ManifestReader.Read(File.ReadAllBytes(Path.Combine(root, BundleLayout.ManifestFile)), errors);
            // Nothing can lie where an id that is none would have it, which would be one error after the other.
            return manifest is not null && ManifestReader.AreNamed(manifest.Deliverables) ? manifest : null;
        }

        errors.Add(new(BundleLayout.ManifestFile, null, scan.Entries.Any(entry => entry.Path == BundleLayout.ManifestFile)
            ? LayoutRules.NoLink : "is missing; it says what the course is"));
        return null;
    }

    private static List<Variant> ReadVariants(string root, FolderScan scan, Manifest? manifest, List<BundleError> errors)
    {
        var variants = new List<Variant>();
        foreach (var name in scan.Entries.Select(entry => entry.Path.Split('/')).Where(parts => parts is ["variants", _, _, ..]).Select(parts => parts[1]).Distinct())
        {
            var path = $"variants/{name}/variant.yaml";
            if (scan.Entries.All(entry => entry.Path != path || entry.Link)) errors.Add(new(path, null, "is missing; every folder under variants/ has one"));
            else if (VariantReader.Read(name, path, File.ReadAllBytes(Path.Combine(root, path)), manifest, errors) is { } variant) variants.Add(variant);
        }

        return variants;
    }

    // A script's run bit is part of the contract, not of how the folder was copied.
    private static FileEntry Repaired(FileEntry entry) => IsScript(entry.Path) ? entry with { Executable = true } : entry;

    private static bool IsScript(string path) =>
        (path.StartsWith("starter/.coursegen/runtime/", StringComparison.Ordinal) && path.EndsWith(".sh", StringComparison.Ordinal))
        || (path.StartsWith("checks/", StringComparison.Ordinal) && path.EndsWith("/check.sh", StringComparison.Ordinal));
}
