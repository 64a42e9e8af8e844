namespace CourseGen.Domain.Learning;

/// <summary>The stored and served names of where enrollments, deliverables and submissions stand.</summary>
public static class LearningNames
{
    private static readonly Dictionary<string, EnrollmentStatus> Enrollments = new(StringComparer.Ordinal)
    {
        ["active"] = EnrollmentStatus.Active,
        ["completed"] = EnrollmentStatus.Completed,
        ["blocked"] = EnrollmentStatus.Blocked,
    };

    private static readonly Dictionary<string, DeliverableState> Deliverables = new(StringComparer.Ordinal)
    {
        ["available"] = DeliverableState.Available,
        ["passed"] = DeliverableState.Passed,
    };

    private static readonly Dictionary<string, SubmissionStatus> Submissions = new(StringComparer.Ordinal)
    {
        ["waiting"] = SubmissionStatus.Waiting,
        ["graded"] = SubmissionStatus.Graded,
        ["refused"] = SubmissionStatus.Refused,
        ["ours"] = SubmissionStatus.Ours,
    };

    /// <summary>The name of an enrollment's status.</summary>
    public static string Of(EnrollmentStatus status) => Enrollments.Single(pair => pair.Value == status).Key;

    /// <summary>The name of a deliverable's state.</summary>
    public static string Of(DeliverableState state) => Deliverables.Single(pair => pair.Value == state).Key;

    /// <summary>The name of a submission's status.</summary>
    public static string Of(SubmissionStatus status) => Submissions.Single(pair => pair.Value == status).Key;

    /// <summary>The enrollment status of a name.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static EnrollmentStatus ParseEnrollment(string name) => Find(Enrollments, name);

    /// <summary>The deliverable state of a name.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static DeliverableState ParseDeliverable(string name) => Find(Deliverables, name);

    /// <summary>The submission status of a name.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static SubmissionStatus ParseSubmission(string name) => Find(Submissions, name);

    private static T Find<T>(Dictionary<string, T> names, string name) =>
        names.TryGetValue(name, out var value) ? value : throw new FormatException($"'{name}' is no stored status.");
}
