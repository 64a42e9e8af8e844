using System.Text;
using CourseGen.App.Authoring;
using CourseGen.App.Content;
using CourseGen.Cli.Live;
using CourseGen.Domain.Content;
using CourseGen.Runs;

namespace CourseGen.Cli.Composition;

/// <summary>Puts the bundle of an authoring run into a folder of the user's.</summary>
internal static class BundleExport
{
    /// <summary>Whether the run's draft is a certified bundle as it stands.</summary>
    public static bool IsReady(Run run) =>
        run.Kind == AuthoringGraph.KindName && AuthoringDrive.StateOf(run) is { CertifiedDigest: { } certified, Digest: { } digest } && certified == digest;

    /// <summary>A folder that a bundle can be put into: not there yet, or empty.</summary>
    /// <exception cref="CommandStoppedException">It holds something, which stays as it is.</exception>
    public static void RequireRoom(string folder)
    {
        if (File.Exists(folder)) throw CommandStoppedException.Usage($"{folder} is a file.", "Name a folder for the bundle.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw CommandStoppedException.Usage($"The folder {folder} is not empty.", "Name another folder, or empty it.");
    }

    /// <summary>Writes the bundle and returns its digest.</summary>
    /// <param name="run">A run that <see cref="IsReady"/>.</param>
    public static async Task<string> WriteAsync(DataFolder data, Run run, string folder, CancellationToken cancellation)
    {
        var state = AuthoringDrive.StateOf(run);
        var listing = Encoding.UTF8.GetString((await data.Blobs.ReadAsync(BlobId.Parse(state.Tree!), cancellation)).Span);
        Directory.CreateDirectory(folder);
        await new TreeStore(data.Blobs).CheckoutAsync(FileTree.Parse(listing), folder, cancellation);
        return state.Digest!;
    }
}
