using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Courses;

/// <summary>The identity of a snapshot: the SHA-256 of its document, as 64 lower-case hexadecimal digits.</summary>
public readonly record struct SnapshotId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>
/// A frozen version of a course. Learner, brief and grader are pinned to it alike, so nothing that is said about it can
/// become wrong later.
/// </summary>
/// <param name="Id">Says what is in <paramref name="Content"/>; see <see cref="SnapshotDocument"/>.</param>
/// <param name="Version">Counted per course from 1. Freezing the same content again makes no new version.</param>
/// <param name="FrozenAt">When it was frozen first.</param>
/// <param name="PublishedAt">Since when learners may enroll; null: not yet.</param>
public sealed record Snapshot(
    SnapshotId Id, SnapshotContent Content, int Version, DateTimeOffset FrozenAt, DateTimeOffset? PublishedAt)
{
    /// <summary>Names the course in addresses.</summary>
    public string Slug => Content.Manifest.Slug;

    /// <summary>The course's title.</summary>
    public string Title => Content.Manifest.Title;

    /// <summary>Whether learners may enroll.</summary>
    public bool IsPublished => PublishedAt is not null;
}

/// <summary>Everything that makes a snapshot what it is. Trees are named by their digests, which lead to their listings.</summary>
public sealed record SnapshotContent
{
    /// <summary>The version of the snapshot document.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The version this content was written in.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>What the course is: its project contract, deliverables and promises.</summary>
    public required Manifest Manifest { get; init; }

    /// <summary>The tree of the whole bundle, hidden suites and variants included. Its digest is the bundle's.</summary>
    public required BlobId Bundle { get; init; }

    /// <summary>The tree a learner's repository is seeded with.</summary>
    public required BlobId Learner { get; init; }

    /// <summary>The checks every suite has to report.</summary>
    public required Roster Roster { get; init; }

    /// <summary>The evidence document that the bundle was certified with.</summary>
    public required BlobId Evidence { get; init; }

    /// <summary>The engine that the evidence is from; a snapshot is only certified on the same one.</summary>
    public required EngineIdentity Engine { get; init; }

    /// <summary>The CourseGen that froze it.</summary>
    public required string Product { get; init; }
}
