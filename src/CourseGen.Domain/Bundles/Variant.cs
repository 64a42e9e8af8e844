namespace CourseGen.Domain.Bundles;

/// <summary>A full solution state that the harness runs to see whether the checks tell right from wrong.</summary>
/// <param name="Name">The folder under <c>variants/</c>.</param>
/// <param name="Deliverable">The deliverable it is about; none for the whole course.</param>
/// <param name="Delete">Paths removed from the base.</param>
/// <param name="Breaks">Promises it breaks on purpose.</param>
/// <param name="Why">One sentence a person can read.</param>
public sealed record Variant(
    string Name,
    VariantRole Role,
    VariantBase Base,
    string? Deliverable,
    IReadOnlyList<string> Delete,
    IReadOnlyList<string> Breaks,
    string Why)
{
    /// <summary>Whether this is the one variant that solves the whole course.</summary>
    public bool IsReference => Role == VariantRole.Reference && Deliverable is null;

    /// <summary>Whether this solves the course up to and including its deliverable.</summary>
    public bool IsMilestone => Role == VariantRole.Reference && Deliverable is not null;

    /// <summary>The folder of the files laid over the base, within the bundle.</summary>
    public string FilesFolder => $"variants/{Name}/files";
}

/// <summary>What a variant is for.</summary>
public enum VariantRole
{
    /// <summary>Correct: must pass.</summary>
    Reference,

    /// <summary>A small real improvement: must gain visible checks.</summary>
    Partial,

    /// <summary>Plausible and wrong: passes visible, must fail hidden.</summary>
    Naive,

    /// <summary>Wrong anywhere: must fail hidden.</summary>
    Buggy,

    /// <summary>Tries to get a pass without doing the work: must not.</summary>
    Forger,
}

/// <summary>What a variant's files are laid over.</summary>
public enum VariantBase
{
    /// <summary>The learner's starter.</summary>
    Starter,

    /// <summary>The whole-course reference.</summary>
    Reference,
}
