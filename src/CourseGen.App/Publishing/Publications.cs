using System.Text;
using CourseGen.App.Content;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Runs;

namespace CourseGen.App.Publishing;

/// <summary>Starts publishing. Everything a run needs is kept before it starts, so it never looks at a folder again.</summary>
public sealed class Publications(TreeStore trees, IBlobStore blobs, RunDesk desk)
{
    /// <summary>Starts publishing a bundle that lies in a folder.</summary>
    /// <param name="evidence">The evidence document of its certification, as JSON.</param>
    /// <param name="id">The id the run shall have, so that starting it twice starts it once; null: a new one.</param>
    public async Task<Run> StartAsync(Bundle bundle, string evidence, RunId? id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        await trees.SaveAsync(bundle.Files, bundle.Folder, cancellation);
        return await StartAsync(bundle.Files, bundle.Manifest.Title, evidence, id, cancellation);
    }

    /// <summary>Starts publishing a bundle whose files are kept already.</summary>
    /// <param name="title">What lists show.</param>
    /// <param name="evidence">The evidence document of its certification, as JSON.</param>
    /// <param name="id">The id the run shall have, so that starting it twice starts it once; null: a new one.</param>
    public async Task<Run> StartAsync(FileTree bundle, string title, string evidence, RunId? id, CancellationToken cancellation)
    {
        await trees.SaveListingAsync(bundle, cancellation);
        var document = await blobs.PutAsync(Encoding.UTF8.GetBytes(evidence), cancellation);
        var input = RunJson.Write(new PublishingState(bundle.Digest, document.Value));
        return await desk.StartAsync(new(PublishingNames.Kind, $"Publish {title}", input, id), cancellation);
    }
}
