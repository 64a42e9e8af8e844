using CourseGen.App.Bundles;
using CourseGen.App.Content;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Sandbox;

namespace CourseGen.App.Teaching;

/// <summary>
/// A snapshot's own bundle, written out from its blobs and ready to grade with. Its dependencies are installed once, by
/// whoever grades first.
/// </summary>
public sealed class SnapshotBench : IAsyncDisposable
{
    private readonly ScratchFolder _folder;

    private SnapshotBench(Snapshot snapshot, Workbench workbench, ScratchFolder folder)
    {
        (Snapshot, Workbench, _folder) = (snapshot, workbench, folder);
        ReadOnlyPaths = LearnerTree.ReadOnlyPaths(workbench.Bundle.Manifest, workbench.Bundle.Files);
    }

    /// <summary>The snapshot.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>Prepares workspaces of it.</summary>
    public Workbench Workbench { get; }

    /// <summary>The bundle as it was frozen.</summary>
    public Bundle Bundle => Workbench.Bundle;

    /// <summary>Paths of a workspace that are there for reading only and never graded.</summary>
    internal IReadOnlySet<string> ReadOnlyPaths { get; }

    /// <summary>A folder for one commit; remove it with <see cref="Directory.Delete(string, bool)"/>.</summary>
    internal string NewFolder() => _folder.NewFolder();

    /// <summary>Writes the bundle out and checks that it is the one that was frozen.</summary>
    /// <exception cref="SnapshotUnreadableException">It cannot be read back. That is our fault, never a verdict.</exception>
    public static async Task<SnapshotBench> OpenAsync(Snapshot snapshot, TreeStore trees, ISandbox sandbox, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(trees);
        var folder = new ScratchFolder();
        try
        {
            var place = folder.NewFolder();
            await trees.CheckoutAsync(await trees.FindAsync(snapshot.Content.Bundle.Value, cancellation), place, cancellation);
            var bundle = BundleReader.Read(place);
            if (bundle.Digest != snapshot.Content.Bundle.Value) throw new SnapshotUnreadableException("Its bundle is not the one that was frozen.", null);
            return new(snapshot, new(sandbox, bundle), folder);
        }
        catch (Exception e) when (e is BlobMissingException or BundleInvalidException or FormatException)
        {
            folder.Dispose();
            throw new SnapshotUnreadableException(e.Message, e);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Workbench.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>A snapshot cannot be read back from the store.</summary>
public sealed class SnapshotUnreadableException(string why, Exception? inner) : Exception($"The snapshot cannot be read back: {why}", inner);
