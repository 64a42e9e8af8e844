using CourseGen.Domain.Content;

namespace CourseGen.Domain.Bundles;

/// <summary>A course as a folder that was read and found to keep the bundle contract.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Files">Everything in it that belongs to the contract; its digest is the bundle's digest.</param>
public sealed record Bundle(string Folder, Manifest Manifest, IReadOnlyList<Variant> Variants, FileTree Files)
{
    /// <summary>SHA-256 over the canonical listing of the bundle's files.</summary>
    public string Digest => Files.Digest;

    /// <summary>The workspace states that its starter and variants are.</summary>
    public WorkspaceStates States => new(Files.Files, Variants);

    /// <summary>The variant that solves the whole course.</summary>
    public Variant Reference => Variants.Single(variant => variant.IsReference);
}

/// <summary>One way in which a bundle breaks the contract.</summary>
/// <param name="Path">The file or folder within the bundle.</param>
/// <param name="Line">The line in that file, from 1, where there is one.</param>
public sealed record BundleError(string Path, int? Line, string Message)
{
    public override string ToString() => Line is null ? $"{Path}: {Message}" : $"{Path}:{Line}: {Message}";
}

/// <summary>A folder breaks the bundle contract; every error is named.</summary>
public sealed class BundleInvalidException(IReadOnlyList<BundleError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>The errors, in the order of the files.</summary>
    public IReadOnlyList<BundleError> Errors { get; } = errors;
}

/// <summary>Paths of the bundle contract.</summary>
public static class BundleLayout
{
    public const string ManifestFile = "course.yaml";
    public const string Starter = "starter";
    public const string Briefs = "briefs";
    public const string Checks = "checks";
    public const string Install = ".coursegen/runtime/install.sh";
    public const string Verify = ".coursegen/runtime/verify.sh";
    public const string Run = ".coursegen/runtime/run.sh";
    public const string SharedChecks = "checks/shared";

    /// <summary>The most bytes of one file.</summary>
    public const long MaxFileBytes = 16 * 1024 * 1024;

    /// <summary>The most bytes of a bundle.</summary>
    public const long MaxBundleBytes = 256 * 1024 * 1024;

    /// <summary>The most files of a bundle.</summary>
    public const int MaxFiles = 20_000;

    /// <summary>The most bytes of a YAML file.</summary>
    public const int MaxYamlBytes = 1024 * 1024;

    /// <summary>The protocol scripts a course of this surface must author.</summary>
    public static IReadOnlyList<string> ProtocolOf(Surface surface) =>
        surface == Surface.Http ? [Install, Verify, Run] : [Install, Verify];

    /// <summary>
    /// Whether a path of a workspace always comes from the bundle, whoever's workspace it is.
    /// </summary>
    public static bool IsBundleOwned(string path) =>
        path == "Dockerfile" || path.StartsWith(".coursegen/", StringComparison.Ordinal) || path.StartsWith("checks/", StringComparison.Ordinal);
}
