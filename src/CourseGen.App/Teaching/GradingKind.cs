using CourseGen.Domain.Learning;
using CourseGen.Runs;

namespace CourseGen.App.Teaching;

/// <summary>What a grading run is about.</summary>
/// <param name="Submission">The submission's id.</param>
public sealed record GradingState(string Submission);

/// <summary>The written-out names of grading runs.</summary>
public static class GradingNames
{
    /// <summary>The run kind.</summary>
    public const string Kind = "grading";

    /// <summary>The only step.</summary>
    public const string Grade = "grade";

    /// <summary>Event: a suite was run; payload: done, total, now.</summary>
    public const string SuiteGraded = "suite_graded";

    /// <summary>Failure code: the commit holds something that has no place in a workspace.</summary>
    public const string WorkspaceRefused = "workspace_refused";
}

/// <summary>One submission from its commit to its scorecard.</summary>
public sealed class GradingKind(GradeStep grade) : RunKind<GradingState>
{
    /// <inheritdoc/>
    public override string Name => GradingNames.Kind;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, IStep<GradingState>> Steps { get; } =
        new Dictionary<string, IStep<GradingState>>(StringComparer.Ordinal) { [GradingNames.Grade] = grade };

    /// <summary>How to start it.</summary>
    public static RunStart Start(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return new(GradingNames.Kind, $"Submission {submission.Number}", RunJson.Write(new GradingState(submission.Id.Value)), RunOf(submission.Id));
    }

    /// <summary>The run that grades a submission. There is exactly one.</summary>
    public static RunId RunOf(SubmissionId submission) => new($"run_{submission.Value}");

    /// <inheritdoc/>
    public override Move<GradingState> Decide(GradingState? state, Happening happening) => (state, happening) switch
    {
        (null, Happening.Started started) => new(RunJson.Read<GradingState>(started.Input), new Next.ToStep(GradingNames.Grade)),
        ({ } known, Happening.StepEnded { Result: StepResult.Passed }) => new(known, new Next.Succeeded()),
        ({ } known, Happening.StepEnded { Result: StepResult.Failed failed }) => new(known, new Next.Failed(failed.Codes)),
        _ => throw NotAllowed(happening),
    };
}
