using CourseGen.Runs;

namespace CourseGen.StoreTests;

/// <summary>Runs and claims as the contract tests need them.</summary>
internal static class Samples
{
    public const string Kind = "sample";
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>A new run that stands before its first step.</summary>
    public static Run NewRun(string id) => new()
    {
        Id = new RunId(id),
        Kind = Kind,
        Title = "A sample",
        Status = RunStatus.Active,
        Step = "first",
        Attempt = 1,
        State = """{"number":1}""",
    };

    /// <summary>A wish for a lease.</summary>
    public static Claim By(string owner) => new(owner, Lease);

    /// <summary>An event of a name.</summary>
    public static EventDraft Event(string kind) => new(kind, "first", 1, """{"a":"ü"}""");
}
