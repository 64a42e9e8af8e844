using CourseGen.App.Authoring;
using CourseGen.Domain.Content;
using CourseGen.Domain.Verdicts;
using CourseGen.Models;
using CourseGen.Runs;

namespace CourseGen.App.Timelines;

/// <summary>One thing that happened to a course while it was written and published.</summary>
/// <param name="Run">The run it happened to.</param>
/// <param name="Sequence">Its place among the run's events, gapless from 1.</param>
/// <param name="At">When it was written, by the store's clock.</param>
/// <param name="Kind">The stored kind of the event.</param>
public sealed record TimelineEntry(RunId Run, long Sequence, DateTimeOffset At, string Kind)
{
    /// <summary>The node or step that it is about, if one.</summary>
    public string? Step { get; init; }

    /// <summary>Which entry of a step, counted through the run.</summary>
    public int? Attempt { get; init; }

    /// <summary>The same in words: what a node said, why a run stopped, what a person commented. Other people's text.</summary>
    public string? Said { get; init; }

    /// <summary>The gate, where people decide.</summary>
    public string? Gate { get; init; }

    /// <summary>The person, where one acted.</summary>
    public string? By { get; init; }

    /// <summary>What execution found, with the ends of logs.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>A model's opinion, which decides nothing.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>The question to a model that was answered here, and what it took.</summary>
    public CallRecord? Call { get; init; }

    /// <summary>What the run had spent on models by then.</summary>
    public Spent? Spent { get; init; }

    /// <summary>What changed in the bundle here.</summary>
    public IReadOnlyList<BundleChange> Changes { get; init; } = [];
}

/// <summary>A file of the bundle that an entry of the timeline changed.</summary>
/// <param name="Before">Its content before; null: there was none.</param>
/// <param name="After">Its content after; null: there is none.</param>
public sealed record BundleChange(string Path, BlobId? Before, BlobId? After)
{
    /// <summary>The lines that differ, as <c>diff -u</c> shows them; null when the file is new or gone, or is no text of a person's.</summary>
    public string? Diff { get; init; }

    /// <summary>What lies between two trees, by path.</summary>
    public static IReadOnlyList<BundleChange> Between(FileTree before, FileTree after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. before.Files.Concat(after.Files).Select(file => file.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Where(path => before.Find(path) != after.Find(path))
                .Select(path => new BundleChange(path, before.Find(path)?.Blob, after.Find(path)?.Blob)),
        ];
    }
}
