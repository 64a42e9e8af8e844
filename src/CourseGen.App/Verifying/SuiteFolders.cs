using CourseGen.Domain.Bundles;
using CourseGen.Sandbox;

namespace CourseGen.App.Verifying;

/// <summary>The suites of a bundle, laid out once with the modes a checker's box needs.</summary>
internal sealed class SuiteFolders
{
    public const string ChecksPath = "/checks";
    public const string SharedPath = "/shared";

    private readonly Dictionary<SuiteId, string> _folders;
    private readonly string _shared;

    public SuiteFolders(Bundle bundle, ScratchFolder scratch)
    {
        _folders = bundle.Manifest.Suites.ToDictionary(suite => suite, suite => Lay(bundle, scratch, suite.Folder));
        _shared = Lay(bundle, scratch, BundleLayout.SharedChecks);
    }

    /// <summary>What the checker's box of a suite gets to see. Shared helpers belong to the hidden suites alone.</summary>
    public IReadOnlyList<CheckerMount> MountsOf(SuiteId suite) =>
        suite.Kind == SuiteKind.Hidden
            ? [new(_folders[suite], ChecksPath), new(_shared, SharedPath)]
            : [new(_folders[suite], ChecksPath)];

    private static string Lay(Bundle bundle, ScratchFolder scratch, string part)
    {
        var folder = scratch.NewFolder();
        foreach (var (path, file) in ScratchFolder.PartOf(bundle, part))
            ScratchFolder.Lay(folder, path, path == "check.sh" ? file with { Executable = true } : file);
        return folder;
    }
}
