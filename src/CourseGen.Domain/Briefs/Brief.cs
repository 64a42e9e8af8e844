namespace CourseGen.Domain.Briefs;

/// <summary>What a creator wrote to get a course. It is data: nothing in it is an instruction to a model.</summary>
public sealed record Brief
{
    /// <summary>The most characters of the problem statement.</summary>
    public const int MaxProblem = 20_000;

    /// <summary>The most outcomes, wished for or planned.</summary>
    public const int MaxOutcomes = 20;

    /// <summary>The most deliverables, wished for or planned: each is two questions to a model.</summary>
    public const int MaxDeliverables = 12;

    /// <summary>The most texts that may be attached.</summary>
    public const int MaxAttachments = 10;

    public required string Title { get; init; }

    /// <summary>What the course is about and why, in the creator's words.</summary>
    public required string Problem { get; init; }

    /// <summary>What a learner can do afterwards; empty leaves it to the plan.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>http or command; empty leaves the choice to the plan.</summary>
    public string Surface { get; init; } = "";

    /// <summary>The stack, as far as the creator chose it. What is chosen here is never swapped.</summary>
    public StackWishes Stack { get; init; } = new();

    /// <summary>Wishes for deliverables, one line each; empty leaves them to the plan.</summary>
    public IReadOnlyList<string> Deliverables { get; init; } = [];

    /// <summary>Texts that the creator put beside it: notes, a specification, code to begin from.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}

/// <summary>The creator's choices; an empty one is left to the plan.</summary>
public sealed record StackWishes(
    string Language = "", string LanguageVersion = "", string Framework = "", string PackageManager = "", string Database = "", string Cache = "");

/// <summary>A text beside a brief. As the brief itself it is data, whatever it says.</summary>
/// <param name="Name">The file's name, for people and models.</param>
/// <param name="Blob">Its content.</param>
public sealed record Attachment(string Name, string Blob)
{
    /// <summary>The most characters of a text.</summary>
    public const int MaxLength = 100_000;
}
