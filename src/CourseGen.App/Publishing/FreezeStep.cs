using System.Text;
using CourseGen.App.Bundles;
using CourseGen.App.Content;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.App.Publishing;

/// <summary>Makes the snapshot of a certified bundle. The same bundle with the same evidence is the same snapshot.</summary>
/// <param name="product">The version of this program, kept in the snapshot.</param>
public sealed class FreezeStep(TreeStore trees, IBlobStore blobs, ICourseStore courses, string product) : IStep<PublishingState>
{
    /// <inheritdoc/>
    public async Task<StepResult> ExecuteAsync(StepContext<PublishingState> context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var evidenceId = BlobId.Parse(context.State.Evidence);
        var text = Encoding.UTF8.GetString((await blobs.ReadAsync(evidenceId, cancellation)).Span);
        var files = await trees.FindAsync(context.State.Bundle, cancellation);
        try
        {
            var manifest = await PlatformTrouble.AroundAsync(() => ReadAsync(files, cancellation));
            var evidence = EvidenceReading.Read(text);
            if (Refusal(evidence, manifest, files) is { } refusal) return refusal;
            var snapshot = await FreezeAsync(manifest, files, (evidenceId, evidence), cancellation);
            return new StepResult.Passed(RunJson.Write(new FrozenPayload(snapshot.Id.Value, snapshot.Slug, snapshot.Version)));
        }
        catch (BundleInvalidException e)
        {
            return Failed(FindingCode.BundleInvalid, e.Message);
        }
        catch (FormatException e)
        {
            return Failed(PublishingNames.EvidenceUnreadable, e.Message);
        }
    }

    private async Task<Snapshot> FreezeAsync(
        Manifest manifest, FileTree files, (BlobId Id, EvidenceReading Document) evidence, CancellationToken cancellation)
    {
        var learner = await trees.SaveListingAsync(LearnerTree.Of(manifest, files), cancellation);
        var document = SnapshotDocument.Of(new()
        {
            Manifest = manifest,
            Bundle = BlobId.Parse(files.Digest),
            Learner = BlobId.Parse(learner.Digest),
            Roster = evidence.Document.Roster,
            Evidence = evidence.Id,
            Engine = evidence.Document.Engine,
            Product = product,
        });
        await blobs.PutAsync(document.Bytes, cancellation);
        return await courses.AddSnapshotAsync(document, cancellation);
    }

    private async Task<Manifest> ReadAsync(FileTree files, CancellationToken cancellation)
    {
        using var scratch = new ScratchFolder();
        var folder = scratch.NewFolder();
        await trees.CheckoutAsync(files, folder, cancellation);
        return BundleReader.Read(folder).Manifest;
    }

    private static StepResult.Failed? Refusal(EvidenceReading evidence, Manifest manifest, FileTree files)
    {
        if (!evidence.Certified) return Failed(PublishingNames.EvidenceRefuses, "The evidence refuses the bundle; only a certified one is published.");
        if (evidence.Digest != files.Digest)
            return Failed(PublishingNames.EvidenceElsewhere, $"The evidence is about the bundle {evidence.Digest}, and this one is {files.Digest}: certify it again.");
        if (evidence.Reused > 0) return Failed(PublishingNames.EvidenceElsewhere, "The evidence takes results from earlier certifications: certify it again with --fresh.");
        var missing = manifest.Suites.Where(suite => evidence.Roster.Of(suite) is not { Count: > 0 } || !evidence.Starter.ContainsKey(suite)).ToList();
        return missing.Count == 0
            ? null
            : Failed(PublishingNames.EvidenceElsewhere, $"The evidence says nothing about {string.Join(", ", missing)}: certify the whole bundle.");
    }

    private static StepResult.Failed Failed(string code, string sentence) => new([code], RunJson.Write(new { Sentence = sentence }));
}
