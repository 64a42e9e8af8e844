using CourseGen.App.Content;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>A file that a workspace state has otherwise than the state before it.</summary>
/// <param name="Before">Its lines before; none when it is new.</param>
/// <param name="After">Its lines after; none when it is gone.</param>
internal sealed record FileChange(string Path, IReadOnlyList<string> Before, IReadOnlyList<string> After, IReadOnlyList<Hunk> Hunks)
{
    /// <summary>The lines before that are comments of more than one line, from 0.</summary>
    public IReadOnlySet<int> CommentsBefore { get; } = CommentBlocks.Of(Before);

    /// <summary>The lines after that are.</summary>
    public IReadOnlySet<int> CommentsAfter { get; } = CommentBlocks.Of(After);

    /// <summary>Every text file that differs between two states, by path.</summary>
    public static IReadOnlyList<FileChange> Between(WorkspaceFiles before, WorkspaceFiles after) =>
        [.. before.Files.Keys.Union(after.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(path => Of(path, before.Files.GetValueOrDefault(path), after.Files.GetValueOrDefault(path)))
            .OfType<FileChange>()];

    private static FileChange? Of(string path, WorkspaceFile? before, WorkspaceFile? after)
    {
        if (before?.HostPath == after?.HostPath) return null;
        if (LinesOf(before) is not { } old || LinesOf(after) is not { } now) return null;
        var hunks = LineDiff.Between(old, now);
        return hunks.Count == 0 ? null : new(path, old, now, hunks);
    }

    private static IReadOnlyList<string>? LinesOf(WorkspaceFile? file) => file is null ? [] : TextFile.Read(file);
}
