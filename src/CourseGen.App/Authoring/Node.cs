namespace CourseGen.App.Authoring;

/// <summary>The stored names of the steps of an authoring run: planning and the eight nodes.</summary>
public static class Node
{
    public const string Planning = "planning";
    public const string AuthoringRuntime = "authoring_runtime";
    public const string AuthoringTests = "authoring_tests";
    public const string AuthoringRepair = "authoring_repair";
    public const string ReviewerRuntime = "reviewer_runtime";
    public const string ReviewerCode = "reviewer_code";
    public const string ReviewerPedagogy = "reviewer_pedagogy";
    public const string ReviewerTests = "reviewer_tests";
    public const string ReviewerRepair = "reviewer_repair";

    /// <summary>Every step, in the order of a run without repairs.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Planning, AuthoringRuntime, AuthoringTests, AuthoringRepair, ReviewerRuntime, ReviewerCode, ReviewerPedagogy,
        ReviewerTests, ReviewerRepair,
    ];

    /// <summary>Whether a node belongs to the reviewer lane.</summary>
    public static bool IsReviewer(string node) => node is ReviewerRuntime or ReviewerCode or ReviewerPedagogy or ReviewerTests or ReviewerRepair;
}
