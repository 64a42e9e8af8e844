namespace CourseGen.App.Teaching;

/// <summary>A learner asked for something that cannot be. Nothing was changed.</summary>
public sealed class LearningRefusedException(string code, string sentence) : Exception(sentence)
{
    /// <summary>The reason: one of <see cref="LearningRefusals"/>.</summary>
    public string Code { get; } = code;
}

/// <summary>The written-out codes with which teaching refuses.</summary>
public static class LearningRefusals
{
    /// <summary>There is no such course, or no published version of it.</summary>
    public const string CourseUnknown = "course_unknown";

    /// <summary>There is no such enrollment.</summary>
    public const string EnrollmentUnknown = "enrollment_unknown";

    /// <summary>The enrollment was stopped.</summary>
    public const string EnrollmentBlocked = "enrollment_blocked";

    /// <summary>There is no such submission.</summary>
    public const string SubmissionUnknown = "submission_unknown";

    /// <summary>The workspace has no such commit.</summary>
    public const string CommitUnknown = "commit_unknown";

    /// <summary>The workspace has no such file.</summary>
    public const string FileUnknown = "file_unknown";

    /// <summary>A file cannot be saved under this path, or is too large.</summary>
    public const string FileRefused = "file_refused";

    /// <summary>The file was changed since it was read.</summary>
    public const string FileChanged = "file_changed";

    /// <summary>All of them, as the golden list names them.</summary>
    public static readonly IReadOnlyList<string> All =
        [CourseUnknown, EnrollmentUnknown, EnrollmentBlocked, SubmissionUnknown, CommitUnknown, FileUnknown, FileRefused, FileChanged];
}
