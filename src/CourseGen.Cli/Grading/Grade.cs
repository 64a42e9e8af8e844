using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Cli.Grading;

/// <summary>How one workspace did on the deliverables it was graded on.</summary>
/// <param name="Notes">What a learner should know besides.</param>
internal sealed record Grade(
    Bundle Bundle, EngineIdentity Engine, IReadOnlyList<GradedDeliverable> Deliverables, IReadOnlyList<string> Notes)
{
    public bool Passed => Deliverables.All(one => one.Passed);

    /// <summary>The ending that kept the project from running at all, if all suites ended by the same one.</summary>
    public SuiteResult? NotRunnable
    {
        get
        {
            List<SuiteResult> results = [.. Deliverables.SelectMany(one => new[] { one.Visible, one.Hidden })];
            return results.TrueForAll(result => result.Ending is SuiteEnding.NotRunnable) ? results[0] : null;
        }
    }
}

/// <summary>One deliverable and the results of its two suites.</summary>
internal sealed record GradedDeliverable(Deliverable Deliverable, SuiteResult Visible, SuiteResult Hidden)
{
    public bool Passed => Visible.Passed && Hidden.Passed;

    /// <summary>How far it is, in words a learner understands.</summary>
    public string State =>
        Passed ? "complete"
        : Visible.Passed ? "everything visible passes; hidden checks do not yet"
        : Visible.Counts.Passed + Hidden.Counts.Passed > 0 ? "on the way"
        : "not there yet";
}
