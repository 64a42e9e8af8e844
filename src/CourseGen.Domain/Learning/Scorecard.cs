using System.Text.Json.Serialization;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Learning;

/// <summary>The grade of one submission, as a learner may see it.</summary>
/// <param name="Deliverables">All of them, in the order of the course.</param>
/// <param name="OutsideOwned">Files the learner changed that no deliverable asks to be changed. Allowed, and noted.</param>
public sealed record Scorecard(IReadOnlyList<DeliverableScore> Deliverables, IReadOnlyList<string> OutsideOwned)
{
    /// <summary>Whether every deliverable passed.</summary>
    [JsonIgnore]
    public bool Passed => Deliverables.Count > 0 && Deliverables.All(one => one.Passed);
}

/// <summary>The grade of a deliverable: it passes when both suites do.</summary>
public sealed record DeliverableScore(string Id, string Title, VisibleScore Visible, HiddenScore Hidden)
{
    /// <summary>Whether both suites passed.</summary>
    [JsonIgnore]
    public bool Passed => Visible.Passed && Hidden.Passed;
}

/// <summary>How a suite ended and whose doing that was.</summary>
/// <param name="Code">The stored name of the ending.</param>
/// <param name="Sentence">What happened, for the learner.</param>
public sealed record ScoreEnding(string Code, Blame Blame, string Sentence)
{
    /// <summary>Whether the suite ran to its end.</summary>
    [JsonIgnore]
    public bool IsCompleted => Code == SuiteEnding.Completed.Name;

    /// <summary>Whether there was nothing to check: the project did not build or start.</summary>
    [JsonIgnore]
    public bool IsNotRunnable => Code == SuiteEnding.NotRunnable.Name;
}

/// <summary>The visible suite: everything it said.</summary>
/// <param name="Log">The end of what checks and program wrote.</param>
public sealed record VisibleScore(bool Passed, ScoreEnding Ending, IReadOnlyList<CheckResult> Checks, string Log);

/// <summary>The hidden suite: titles and hints. Its content, messages, ids and log stay on the server.</summary>
public sealed record HiddenScore(bool Passed, ScoreEnding Ending, IReadOnlyList<HiddenCheck> Checks);

/// <summary>A hidden check.</summary>
/// <param name="Title">What is checked, as the author named it.</param>
/// <param name="Hint">What the author says to somebody who does not pass it; null when there is nothing.</param>
public sealed record HiddenCheck(string Title, CheckStatus Status, string? Hint);
