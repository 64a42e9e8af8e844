namespace CourseGen.Domain.Courses;

/// <summary>How far a course is.</summary>
public enum CourseStage
{
    Drafting,
    AwaitingCourseReview,
    ReadyToPublish,
    Published,
    Blocked,
}

/// <summary>Who has to do something about a course.</summary>
public enum CourseStatus
{
    Active,
    AwaitingHuman,
    Published,
    Blocked,
}

/// <summary>What is being done with a course; at most one thing at a time.</summary>
public enum CourseOperation
{
    Generation,
    Revision,
    Materialize,
    Publish,
}

/// <summary>Where a run stands that a course links to.</summary>
public enum LinkedRun
{
    Active,

    /// <summary>It waits for a person.</summary>
    Waiting,

    Succeeded,

    /// <summary>It will not go on by itself: failed, blocked, cancelled, or stopped by a fault of ours.</summary>
    Stopped,
}

/// <summary>Where a course stands.</summary>
/// <param name="Operation">What is being done, if anything.</param>
public sealed record CourseStanding(CourseStage Stage, CourseStatus Status, CourseOperation? Operation = null)
{
    /// <summary>
    /// Follows from the linked runs: any that stopped blocks the course; a finished bundle is ready to publish; otherwise
    /// a person or the authoring run has its turn.
    /// </summary>
    /// <param name="authoring">The authoring run; null: the bundle was written by hand, and is there.</param>
    /// <param name="publishing">The latest publishing run, if any.</param>
    /// <param name="writing">What the authoring run does while it is active.</param>
    public static CourseStanding Of(LinkedRun? authoring, LinkedRun? publishing, CourseOperation writing = CourseOperation.Generation) =>
        (authoring, publishing) switch
        {
            (LinkedRun.Stopped, _) or (_, LinkedRun.Stopped) => new(CourseStage.Blocked, CourseStatus.Blocked),
            (LinkedRun.Active, _) => new(CourseStage.Drafting, CourseStatus.Active, writing),
            (LinkedRun.Waiting, _) => new(CourseStage.AwaitingCourseReview, CourseStatus.AwaitingHuman),
            (_, LinkedRun.Succeeded) => new(CourseStage.Published, CourseStatus.Published),
            (_, LinkedRun.Active) => new(CourseStage.ReadyToPublish, CourseStatus.Active, CourseOperation.Publish),
            _ => new(CourseStage.ReadyToPublish, CourseStatus.AwaitingHuman),
        };
}

/// <summary>The stored and served names of stages, statuses and operations.</summary>
public static class CourseNames
{
    /// <summary>The name of a stage.</summary>
    public static string Of(CourseStage stage) => stage switch
    {
        CourseStage.Drafting => "drafting",
        CourseStage.AwaitingCourseReview => "awaiting_course_review",
        CourseStage.ReadyToPublish => "ready_to_publish",
        CourseStage.Published => "published",
        CourseStage.Blocked => "blocked",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage."),
    };

    /// <summary>The name of a status.</summary>
    public static string Of(CourseStatus status) => status switch
    {
        CourseStatus.Active => "active",
        CourseStatus.AwaitingHuman => "awaiting_human",
        CourseStatus.Published => "published",
        CourseStatus.Blocked => "blocked",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };

    /// <summary>The name of an operation.</summary>
    public static string Of(CourseOperation operation) => operation switch
    {
        CourseOperation.Generation => "generation",
        CourseOperation.Revision => "revision",
        CourseOperation.Materialize => "materialize",
        CourseOperation.Publish => "publish",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operation."),
    };
}
