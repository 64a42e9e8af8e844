using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;

namespace CourseGen.Cli.Inputs;

/// <summary>The bundle that a command was given.</summary>
internal static class BundleFolder
{
    /// <exception cref="BundleInvalidException">It breaks the contract.</exception>
    /// <exception cref="CommandStoppedException">There is nothing to read.</exception>
    public static Bundle Read(string folder)
    {
        if (File.Exists(folder))
            throw CommandStoppedException.Usage($"'{folder}' is a file; a bundle is a folder.", "Name the folder that has course.yaml in it.");
        if (!Directory.Exists(folder))
            throw CommandStoppedException.Usage($"There is no folder '{folder}'.", "Name the folder that has course.yaml in it.");
        try
        {
            return BundleReader.Read(folder);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw CommandStoppedException.Usage($"The bundle cannot be read: {refused.Message}", "Let yourself read every file of it.");
        }
    }

    /// <summary>The deliverable that an option names.</summary>
    public static Deliverable Deliverable(Manifest manifest, string option, string id) =>
        manifest.Deliverables.FirstOrDefault(one => one.Id == id)
        ?? throw CommandStoppedException.Usage(
            $"{option} names '{id}', and the course has no such deliverable.",
            $"Name one of {string.Join(", ", manifest.Deliverables.Select(one => one.Id))}.");
}
