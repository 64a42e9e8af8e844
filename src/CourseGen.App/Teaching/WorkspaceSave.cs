using System.Text;
using CourseGen.App.Bundles;
using CourseGen.App.Teaching.Git;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Teaching;

/// <summary>What to save as one commit.</summary>
/// <param name="Edits">Files to be written or removed.</param>
/// <param name="Message">Why, for the history.</param>
/// <param name="Base">
/// The commit the edits were made on. If one of the files was changed since, nothing is saved. Null: on whatever is there.
/// </param>
/// <param name="FromSeed">Whether everything else goes back to what the workspace was seeded with.</param>
public sealed record WorkspaceSave(IReadOnlyList<FileEdit> Edits, string Message, string? Base = null, bool FromSeed = false);

/// <summary>A file to be written, or removed when there is no content.</summary>
public sealed record FileEdit(string Path, ReadOnlyMemory<byte>? Content, bool Executable = false)
{
    /// <summary>Where a symbolic link leads; only the harness saves links.</summary>
    internal string? LinkTarget { get; init; }

    /// <summary>The edits that make a variant of a bundle out of the seed.</summary>
    public static IReadOnlyList<FileEdit> OfVariant(Bundle bundle, Variant variant)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var change = WorkspaceChange.Between(WorkspaceFiles.OfStarter(bundle), WorkspaceFiles.OfVariant(bundle, variant), bundle.Manifest);
        return [.. change.Changed.Select(pair => Of(pair.Key, pair.Value)), .. change.Absent.Select(path => new FileEdit(path, null))];
    }

    internal GitChange ToChange() => LinkTarget is { } target
        ? new(Path, Encoding.UTF8.GetBytes(target), GitFile.LinkMode)
        : new(Path, Content, Executable ? GitFile.ExecutableMode : GitFile.PlainMode);

    /// <exception cref="LearningRefusedException">The path has no place in a workspace, or the file is too large.</exception>
    internal void Check()
    {
        if (!WorkspacePath.IsGood(Path)) throw Refused("has a name that has no place in a workspace");
        if (Content is { Length: > (int)BundleLayout.MaxFileBytes }) throw Refused($"is larger than {BundleLayout.MaxFileBytes:N0} bytes");
    }

    private LearningRefusedException Refused(string why) => new(LearningRefusals.FileRefused, $"'{Path}' {why}.");

    private static FileEdit Of(string path, WorkspaceFile file) => file.LinkTarget is { } target
        ? new(path, null) { LinkTarget = target }
        : new(path, File.ReadAllBytes(file.HostPath), file.Executable);
}

/// <summary>Decides which paths a workspace may have.</summary>
internal static class WorkspacePath
{
    /// <summary>Whether it stays in the workspace on every system and is nothing of git's own.</summary>
    public static bool IsGood(string path) =>
        SafePath.IsSafe(path) && FileEntry.IsGoodPath(path)
        && path.Split('/').All(part => !part.Equals(".git", StringComparison.OrdinalIgnoreCase));
}
