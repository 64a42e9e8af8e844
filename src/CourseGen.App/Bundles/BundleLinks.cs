using CourseGen.Domain.Bundles;

namespace CourseGen.App.Bundles;

/// <summary>Where the links of a bundle may lead. Each part of it is laid out by itself, so that a link into another part would lead nowhere.</summary>
internal static class BundleLinks
{
    /// <summary>Why a link cannot stay, or null.</summary>
    /// <param name="path">The link's path in the bundle.</param>
    /// <param name="leads">The path in the bundle that it leads to.</param>
    public static string? WhyNot(string path, string leads)
    {
        if (PartOf(path) is not { } part || IsWithin(leads, part)) return null;
        // A checker's box has the shared helpers beside the hidden suite.
        if (part.EndsWith("/hidden", StringComparison.Ordinal) && IsWithin(leads, BundleLayout.SharedChecks)) return null;
        return $"is a symbolic link that leaves {part}/ (to '{leads}'); that folder is laid out by itself, and the link would lead nowhere: put the file there";
    }

    private static string? PartOf(string path) => path.Split('/') switch
    {
        [BundleLayout.Starter, ..] => BundleLayout.Starter,
        [BundleLayout.Checks, "shared", ..] => BundleLayout.SharedChecks,
        [BundleLayout.Checks, var deliverable, var kind, ..] => $"{BundleLayout.Checks}/{deliverable}/{kind}",
        ["variants", var name, "files", ..] => $"variants/{name}/files",
        _ => null,
    };

    private static bool IsWithin(string path, string folder) => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
