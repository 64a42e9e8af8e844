using CourseGen.App.Authoring.Nodes;
using CourseGen.Runs;

namespace CourseGen.App.Authoring;

/// <summary>The steps of the authoring graph by their stored names.</summary>
public static class AuthoringSteps
{
    /// <summary>The graph with its real nodes.</summary>
    public static AuthoringGraph Graph(Workroom room) => new(new Dictionary<string, IStep<AuthoringState>>(StringComparer.Ordinal)
    {
        [Node.Planning] = new Planning(room),
        [Node.AuthoringRuntime] = new AuthoringRuntime(room),
        [Node.AuthoringTests] = new AuthoringTests(room),
        [Node.AuthoringRepair] = new Repair(room),
        [Node.ReviewerRuntime] = new ReviewerRuntime(room),
        [Node.ReviewerCode] = new ReviewerCode(room),
        [Node.ReviewerPedagogy] = new ReviewerPedagogy(room),
        [Node.ReviewerTests] = new ReviewerTests(room),
        [Node.ReviewerRepair] = new Repair(room),
    });
}
