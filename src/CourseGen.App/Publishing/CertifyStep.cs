using System.Text;
using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Runs;

namespace CourseGen.App.Publishing;

/// <summary>
/// Runs the exact path of a learner on the snapshot, with nothing but the snapshot: every result comes from a bench made
/// for this and none from a memory. Each state of the workspace is a checkpoint.
/// </summary>
public sealed class CertifyStep(ICourseStore courses, IBlobStore blobs, LearnerPath path, TimeProvider time) : IStep<PublishingState>
{
    /// <summary>The checkpoint that the certificate is handed on in.</summary>
    internal const string CertificateItem = "certificate";

    /// <inheritdoc/>
    public async Task<StepResult> ExecuteAsync(StepContext<PublishingState> context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await context.Items.FindAsync(CertificateItem) is { } known) return ResultOf(RunJson.Read<Certificate>(known));
        var snapshot = await courses.FindSnapshotAsync(context.State.Frozen, cancellation)
            ?? throw new InvalidOperationException($"The snapshot {context.State.Frozen} is not in the store.");
        var text = Encoding.UTF8.GetString((await blobs.ReadAsync(snapshot.Content.Evidence, cancellation)).Span);
        var checks = await PlatformTrouble.AroundAsync(() => path.WalkAsync(snapshot, EvidenceReading.Read(text), context, cancellation));
        var certificate = new Certificate(snapshot.Id, path.Engine, time.GetUtcNow(), checks);
        await context.Items.SaveAsync(CertificateItem, RunJson.Write(certificate));
        return ResultOf(certificate);
    }

    private static StepResult ResultOf(Certificate certificate)
    {
        var payload = RunJson.Write(new { certificate.Holds, Failed = certificate.Checks.Where(check => check.Status == CertificationStatus.Failed) });
        return certificate.Holds ? new StepResult.Passed(payload) : new StepResult.Failed(certificate.FailedCodes, payload);
    }
}
