using CourseGen.App.Bundles;
using CourseGen.App.Verifying;

namespace CourseGen.Cli.Inputs;

/// <summary>The learner's workspace that a command was given.</summary>
internal static class WorkspaceFolder
{
    // These come from the bundle or from git, whoever's workspace it is.
    private static readonly string[] NotTheLearners = [".git", ".coursegen", "checks", "Dockerfile"];

    public static WorkspaceFiles Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw CommandStoppedException.Usage($"There is no folder '{folder}'.", "Let --workspace name the learner's repository.");
        try
        {
            return Read(new DirectoryInfo(folder));
        }
        catch (UnauthorizedAccessException refused)
        {
            throw CommandStoppedException.Usage($"The workspace cannot be read: {refused.Message}", "Let yourself read every file of it.");
        }
    }

    private static WorkspaceFiles Read(DirectoryInfo folder)
    {
        List<string> parts = [.. folder.EnumerateFileSystemInfos().Select(entry => entry.Name).Except(NotTheLearners, StringComparer.Ordinal)];
        var scan = FolderScan.Of(folder.FullName, ScanLimits.OfFolder, parts);
        if (scan.Errors.Count > 0)
        {
            throw CommandStoppedException.Usage(
                "The workspace holds what cannot be graded.", "Remove these, or move them out of the workspace.",
                [.. scan.Errors.Select(error => error.ToString())]);
        }

        return WorkspaceFiles.Of(scan.Entries.ToDictionary(
            entry => entry.Path,
            entry =>
            {
                var path = Path.Combine(folder.FullName, entry.Path);
                return new WorkspaceFile(path, entry.Executable, new FileInfo(path).LinkTarget);
            },
            StringComparer.Ordinal));
    }
}
