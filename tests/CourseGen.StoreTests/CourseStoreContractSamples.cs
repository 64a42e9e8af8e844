using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Verdicts;

namespace CourseGen.StoreTests;

/// <summary>Courses as the contract tests need them.</summary>
internal static class CourseSamples
{
    public static readonly EngineIdentity Engine = new("bubblewrap", "1", null, ["a guarantee"]);

    /// <summary>A course with the deliverables one and two.</summary>
    public static Manifest Manifest(string slug) => new()
    {
        Slug = slug,
        Title = "A \"course\" with ü",
        Summary = "Summary.",
        Surface = Surface.Http,
        Stack = new("Any", "1", "none", "none", "none", "none"),
        Runtime = new(8000, "/health", false),
        Limits = new() { Suite = TimeSpan.FromMilliseconds(1500) },
        Deliverables =
        [
            new("one", "One", ["a"], [new("p", "Text", ["c"])], ReportKind.Tap, ReportKind.CourseGen),
            new("two", "Two", ["b"], [new("q", "Text", ["c"])], ReportKind.Tap, ReportKind.CourseGen),
        ],
    };

    /// <summary>The document of a snapshot; another bundle makes another snapshot.</summary>
    public static SnapshotDocument Document(string slug, string bundle = "bundle") => SnapshotDocument.Of(new()
    {
        Manifest = Manifest(slug),
        Bundle = BlobId.Of(System.Text.Encoding.UTF8.GetBytes(bundle)),
        Learner = BlobId.Of("learner"u8),
        Roster = new(new Dictionary<SuiteId, IReadOnlyList<RosterEntry>>
        {
            [new("two", SuiteKind.Hidden)] = [new("c", "The check")],
            [new("one", SuiteKind.Visible)] = [new("c", "The check"), new("d", "Another")],
        }),
        Evidence = BlobId.Of("evidence"u8),
        Engine = Engine,
        Product = "1.0",
    });

    /// <summary>A certificate that holds.</summary>
    public static Certificate Certificate(SnapshotId snapshot, DateTimeOffset at) =>
        new(snapshot, Engine, at, [new(CertificationCodes.Reference, "reference on one/hidden", CertificationStatus.Passed, "It passes.")]);
}
