using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>What the harness saw when it ran a bundle, and what follows from it.</summary>
public sealed record Evidence
{
    /// <summary>The version of the machine-readable form.</summary>
    public const int Format = 1;

    public required Manifest Manifest { get; init; }

    /// <summary>SHA-256 of the bundle.</summary>
    public required string Digest { get; init; }

    public required EngineIdentity Engine { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required Matrix Matrix { get; init; }

    public required Roster Roster { get; init; }

    public required Mutation Mutation { get; init; }

    /// <summary>Things a person should know that refuse nothing.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Wall clock by phase.</summary>
    public required IReadOnlyDictionary<string, TimeSpan> Timings { get; init; }

    /// <summary>How many runs of suites come from an earlier certification. Such evidence publishes nothing.</summary>
    public int Reused => Matrix.Cells.Sum(cell => cell.Runs.Count(run => run.Reused)) + Mutation.Reused;

    /// <summary>Whether the bundle holds.</summary>
    public bool Certified => Findings.Count == 0;
}

/// <summary>The engine that ran the bundle.</summary>
/// <param name="ImageDigest">The image the boxes were made from; none when it was the host's toolchain.</param>
/// <param name="Missing">Guarantees this machine did not give.</param>
public sealed record EngineIdentity(string Name, string Version, string? ImageDigest, IReadOnlyList<string> Missing);
