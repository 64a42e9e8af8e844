using CourseGen.Domain.Bundles;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Cli.Grading;

/// <summary>How one workspace did on the deliverables it was graded on.</summary>
/// <param name="Notes">What a learner should know besides.</param>
internal sealed record GradedWorkspace(Bundle Bundle, EngineIdentity Engine, Scorecard Scorecard, IReadOnlyList<string> Notes)
{
    /// <summary>A suite that found nothing to check, if all of them did: the project did not build or start.</summary>
    public VisibleScore? NotRunnable =>
        Scorecard.Deliverables.All(one => one.Visible.Ending.IsNotRunnable && one.Hidden.Ending.IsNotRunnable) ? Scorecard.Deliverables[0].Visible : null;
}
