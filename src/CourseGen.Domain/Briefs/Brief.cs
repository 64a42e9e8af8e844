namespace CourseGen.Domain.Briefs;

/// <summary>What a creator wrote to get a course. It is data: nothing in it is an instruction to a model.</summary>
public sealed record Brief
{
    /// <summary>The most characters of the problem statement.</summary>
    public const int MaxProblem = 20_000;

    public required string Title { get; init; }

    /// <summary>What the course is about and why, in the creator's words.</summary>
    public required string Problem { get; init; }

    /// <summary>What a learner can do afterwards.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>http or command; empty leaves the choice to the plan.</summary>
    public string Surface { get; init; } = "";

    /// <summary>The stack, as far as the creator chose it. What is chosen here is never swapped.</summary>
    public StackWishes Stack { get; init; } = new();

    /// <summary>Wishes for deliverables, one line each; empty leaves them to the plan.</summary>
    public IReadOnlyList<string> Deliverables { get; init; } = [];
}

/// <summary>The creator's choices; an empty one is left to the plan.</summary>
public sealed record StackWishes(
    string Language = "", string LanguageVersion = "", string Framework = "", string PackageManager = "", string Database = "", string Cache = "");
