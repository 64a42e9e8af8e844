using CourseGen.Domain.Courses;
using CourseGen.Runs;

namespace CourseGen.App.Publishing;

/// <summary>Writes the certificate, then lets learners enroll. The snapshot was committed before either.</summary>
public sealed class PublishStep(ICourseStore courses) : IStep<PublishingState>
{
    /// <inheritdoc/>
    public async Task<StepResult> ExecuteAsync(StepContext<PublishingState> context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var certificate = await context.Items.FindAsync(CertifyStep.CertificateItem)
            ?? throw new InvalidOperationException("Nothing was certified.");
        await courses.AddCertificateAsync(RunJson.Read<Certificate>(certificate), cancellation);
        var snapshot = await courses.PublishAsync(context.State.Frozen, cancellation);
        return new StepResult.Passed(RunJson.Write(new { Snapshot = snapshot.Id.Value, snapshot.Slug, snapshot.Version }));
    }
}
