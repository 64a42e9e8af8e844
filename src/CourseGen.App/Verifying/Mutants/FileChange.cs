using DiffPlex;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>A run of lines that differ between two texts: what stands in the one in place of what in the other.</summary>
internal sealed record Hunk(int BeforeStart, int BeforeCount, int AfterStart, int AfterCount);

/// <summary>A file that a workspace state has otherwise than the state before it.</summary>
/// <param name="Before">Its lines before; none when it is new.</param>
/// <param name="After">Its lines after; none when it is gone.</param>
internal sealed record FileChange(string Path, IReadOnlyList<string> Before, IReadOnlyList<string> After, IReadOnlyList<Hunk> Hunks)
{
    /// <summary>Every text file that differs between two states, by path.</summary>
    public static IReadOnlyList<FileChange> Between(WorkspaceFiles before, WorkspaceFiles after) =>
        [.. before.Files.Keys.Union(after.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(path => Of(path, before.Files.GetValueOrDefault(path), after.Files.GetValueOrDefault(path)))
            .OfType<FileChange>()];

    private static FileChange? Of(string path, WorkspaceFile? before, WorkspaceFile? after)
    {
        if (before?.HostPath == after?.HostPath) return null;
        if (LinesOf(before) is not { } old || LinesOf(after) is not { } now) return null;
        var hunks = HunksOf(old, now);
        return hunks.Count == 0 ? null : new(path, old, now, hunks);
    }

    private static IReadOnlyList<string>? LinesOf(WorkspaceFile? file) => file is null ? [] : TextFile.Read(file);

    private static IReadOnlyList<Hunk> HunksOf(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        [.. new Differ().CreateCustomDiffs(string.Concat(before), string.Concat(after), ignoreWhiteSpace: false, TextFile.Split).DiffBlocks
            .Select(block => new Hunk(block.DeleteStartA, block.DeleteCountA, block.InsertStartB, block.InsertCountB))];
}
