namespace CourseGen.Domain.Bundles;

/// <summary>Who may see a suite.</summary>
public enum SuiteKind
{
    /// <summary>Copied into the learner's repository.</summary>
    Visible,

    /// <summary>Never leaves the server.</summary>
    Hidden,
}

/// <summary>Names one suite of a course.</summary>
public readonly record struct SuiteId(string Deliverable, SuiteKind Kind)
{
    /// <summary>The kinds in the order in which they are run and shown.</summary>
    public static readonly IReadOnlyList<SuiteKind> Kinds = [SuiteKind.Visible, SuiteKind.Hidden];

    /// <summary>The kind as written in paths, evidence and the environment of a check.</summary>
    public string KindName => Kind == SuiteKind.Visible ? "visible" : "hidden";

    /// <summary>The suite's folder within a bundle.</summary>
    public string Folder => $"checks/{Deliverable}/{KindName}";

    public override string ToString() => $"{Deliverable}/{KindName}";
}
